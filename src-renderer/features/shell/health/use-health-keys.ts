import { useEffect, type RefObject } from 'react';
import { ownCommands, type Run } from '../../../commands/command-keys.ts';
import type { CommandId } from '../../../commands/commands.ts';
import { closeHealth } from '../../../store/health-store.ts';

/** Keys of the panel, while the focus is in it. */
export function useHealthKeys(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const runs: Record<CommandId<'health'>, Run> = {
      step:
        ({ key }) =>
        () =>
          step(panel.current, key === 'ArrowUp' ? -1 : 1),
      close: ({ repeat }) => (repeat ? null : closeHealth),
    };
    const isMeant = (): boolean => panel.current?.contains(document.activeElement) === true;
    return ownCommands('health', runs, isMeant);
  }, [panel]);
}

/** From one thing that can be opened or pressed to the next. */
function step(panel: HTMLElement | null, by: number): void {
  const all = [...(panel?.querySelectorAll<HTMLElement>('button, summary') ?? [])];
  const at = all.findIndex((one) => one === document.activeElement);
  all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}
