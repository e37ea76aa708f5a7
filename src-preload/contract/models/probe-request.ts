import { z } from 'zod';
import type { Result } from '../result.ts';
import type { ProbeFailure, ProbeProgress, ProbeReport } from './probe.ts';
import { acceptedFingerprint, entriesToCheck } from './recorder-entries.ts';

/** A look at a recorder with what the form holds. Ids are the page's own, so that it can match progress and cancel at once. */
export const probeRequestSchema = z.strictObject({
  ...entriesToCheck,
  /** The recorder that is being edited; null: it is to be added. */
  nvrId: z.number().int().positive().nullable().default(null),
  /** Null, for a recorder that is being edited: the stored one. */
  password: entriesToCheck.password.nullable(),
  probeId: z.uuid(),
  /** One for as long as the form is open: a password that was refused is not sent again for it. */
  formId: z.uuid(),
  acceptedFingerprint,
});

/** A look at a recorder, validated. */
export type ProbeRequest = z.output<typeof probeRequestSchema>;

/** How a look ended. Its failure is what the installer came to learn, so it is a value and no error of the request. */
export type ProbeOutcome = Result<ProbeReport, ProbeFailure>;

/** A step of a look that is under way. */
export interface ProbeProgressEvent {
  probeId: string;
  progress: ProbeProgress;
}
