import { CircleAlert, CircleCheck, Minus, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { RecorderHealth } from '@contract/models/health.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
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
      <summary>
        <Icon size={18} aria-hidden />
        <bdi>{nvr.name}</bdi>
        <span>{stateOf(facts, health)}</span>
      </summary>
      <dl>
        {facts.map(({ key, tone: own, said }) => (
          <div key={key} data-tone={own}>
            <dt>{text.health.facts[key]}</dt>
            {said.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

function toneOf(facts: readonly HealthFact[], health: RecorderHealth | undefined): FactTone {
  if (facts.some(({ tone }) => tone === 'problem')) return 'problem';
  if ((health?.problems.length ?? 0) > 0) return 'warning';
  return health === undefined ? 'calm' : 'good';
}

function stateOf(facts: readonly HealthFact[], health: RecorderHealth | undefined): string {
  const { state } = text.health;
  const bad = facts.filter(({ tone }) => tone === 'problem').length;
  const count = Math.max(bad, health?.problems.length ?? 0);
  if (count > 0) return state.problems(count);
  return health === undefined ? state.unknown : state.well;
}
