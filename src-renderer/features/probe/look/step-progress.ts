import type { ProbeProgress, ProbeStep } from '@contract/models/probe.ts';

/** How far each step of a look is; a step that has not begun is absent. */
export type StepProgress = Partial<Record<ProbeStep, ProbeProgress>>;
