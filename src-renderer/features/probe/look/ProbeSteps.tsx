import { Check, Circle, CircleQuestionMark, CircleSlash, LoaderCircle, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { PROBE_STEPS } from '@contract/models/probe.ts';
import { text } from '../../../text/catalogue.ts';
import { progressText } from '../../../text/probe-text.ts';
import type { StepProgress } from './step-progress.ts';
import './probe-steps.css';

const ICON_PX = 18;

interface ProbeStepsProps {
  progress: StepProgress;
  /** The look ended with something to decide, which is no failure. */
  isQuestion?: boolean;
}

/** The five steps of a look at a recorder, all visible from the start so that nothing moves. */
export function ProbeSteps({ progress, isQuestion = false }: ProbeStepsProps): ReactNode {
  return (
    <ol className="probe-steps" aria-live="polite">
      {PROBE_STEPS.map((step) => {
        const told = progress[step];
        const known = told?.state ?? 'waiting';
        const state = known === 'failed' && isQuestion ? 'question' : known;
        return (
          <li key={step} data-state={state}>
            <StepIcon state={state} />
            <div>
              <p className="probe-steps__title">{text.probe.steps[step]}</p>
              <p className="probe-steps__message">{told && progressText(told)}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const ICONS = {
  waiting: Circle,
  running: LoaderCircle,
  done: Check,
  skipped: CircleSlash,
  question: CircleQuestionMark,
  failed: X,
};

function StepIcon({ state }: { state: keyof typeof ICONS }): ReactNode {
  const Icon = ICONS[state];
  return <Icon size={ICON_PX} aria-label={text.probe.states[state]} />;
}
