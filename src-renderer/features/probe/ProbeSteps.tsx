import { Check, Circle, CircleQuestionMark, CircleSlash, LoaderCircle, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { PROBE_STEPS, type ProbeProgress, type ProbeStep } from '@contract/models/probe.ts';
import { progressText } from '../../text/probe-text.ts';
import type { StepProgress } from './step-progress.ts';
import './probe-steps.css';

const TITLES: Record<ProbeStep, string> = {
  reach: 'Reach the NVR',
  login: 'Log in',
  identity: 'Model and firmware',
  channels: 'Cameras',
  streams: 'Streams',
};

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
              <p className="probe-steps__title">{TITLES[step]}</p>
              <p className="probe-steps__message">{told && progressText(told)}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function StepIcon({
  state,
}: {
  state: ProbeProgress['state'] | 'waiting' | 'question';
}): ReactNode {
  switch (state) {
    case 'waiting':
      return <Circle size={ICON_PX} aria-label="Not begun" />;
    case 'running':
      return <LoaderCircle size={ICON_PX} aria-label="Running" />;
    case 'done':
      return <Check size={ICON_PX} aria-label="Done" />;
    case 'skipped':
      return <CircleSlash size={ICON_PX} aria-label="Skipped" />;
    case 'question':
      return <CircleQuestionMark size={ICON_PX} aria-label="Waits for your decision" />;
    case 'failed':
      return <X size={ICON_PX} aria-label="Failed" />;
  }
}
