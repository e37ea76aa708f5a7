import { CircleAlert, CircleCheck, Minus, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { RecorderHealth } from '@contract/models/health.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { useAskedHealth } from '../../../store/health-store.ts';
import { text } from '../../../text/catalogue.ts';
import { type FactTone, type HealthFact, nvrHealthFacts } from './nvr-health-facts.ts';

interface NvrHealthProps {
  nvr: NvrWithLogin;
  health: RecorderHealth | undefined;
  /** Unix time. */
  nowMs: number;
  isOpenAtFirst: boolean;
}

const ICONS: Record<FactTone, LucideIcon> = {
  good: CircleCheck,
  calm: Minus,
  warning: TriangleAlert,
  problem: CircleAlert,
};

/** One NVR: whether all is well, and all that is known of it for whoever opens it. */
export function NvrHealth({ nvr, health, nowMs, isOpenAtFirst }: NvrHealthProps): ReactNode {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const ref = useRef<HTMLElement>(null);
  const asked = useAskedHealth();
  const times = asked?.nvrId === nvr.id ? asked.times : 0;
  useEffect(() => {
    if (times === 0) return;
    ref.current?.closest('details')?.toggleAttribute('open', true);
    ref.current?.focus();
  }, [times]);
  const facts = nvrHealthFacts(nvr, health, nowMs);
  const tone = toneOf(facts, health);
  const Icon = ICONS[tone];
  return (
    <details
      className="nvr-health"
      data-tone={tone}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary ref={ref}>
        <Icon size={18} aria-hidden />
        <bdi>{nvr.name}</bdi>
        <span>{stateOf(facts, health)}</span>
      </summary>
      <dl>
        {facts.map(({ key, said }) => (
          <div key={key}>
            <dt>{text.health.facts[key]}</dt>
            {said.map(({ words, tone: own }) => (
              <dd key={words} data-tone={own}>
                {words}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Of one that is down, that is what is wrong with it. */
function problemsOf(facts: readonly HealthFact[], health: RecorderHealth | undefined): number {
  const isDown = facts[0]?.tone === 'problem';
  return isDown ? 1 : (health?.problems.length ?? 0);
}

function toneOf(facts: readonly HealthFact[], health: RecorderHealth | undefined): FactTone {
  if (facts.some(({ tone }) => tone === 'problem')) return 'problem';
  if (problemsOf(facts, health) > 0) return 'warning';
  return health === undefined ? 'calm' : 'good';
}

function stateOf(facts: readonly HealthFact[], health: RecorderHealth | undefined): string {
  const { state } = text.health;
  const count = problemsOf(facts, health);
  if (count > 0) return state.problems(count);
  return health === undefined ? state.unknown : state.well;
}
