import { HeartPulse } from 'lucide-react';
import type { ReactNode } from 'react';
import { withKey } from '../../../commands/commands.ts';
import { closeHealth, openHealth, useIsHealthPanelOpen } from '../../../store/health-store.ts';
import { text } from '../../../text/catalogue.ts';
import '../../../ui/bar-button.css';

/** Opens and closes the panel. */
export function HealthButton(): ReactNode {
  const isOpen = useIsHealthPanelOpen();
  return (
    <button
      type="button"
      className="bar-button health-button"
      data-testid="health-button"
      aria-label={text.health.open}
      aria-expanded={isOpen}
      title={withKey(text.health.open, 'wall', 'health')}
      onClick={() => (isOpen ? closeHealth() : openHealth())}
    >
      <HeartPulse size={18} aria-hidden />
    </button>
  );
}
