import type { z } from 'zod';
import { request, typed } from '../define.ts';
import { type OpenRecording, recordedMomentSchema } from '../models/recording.ts';

/** Requests about what recorders have recorded. */
export const recordingRequests = {
  /** Lets this window look at what a camera saw. */
  'recording:open': request({
    permission: 'review',
    input: recordedMomentSchema,
    output: typed<OpenRecording>(),
    concerns: ({ cameraId }: z.output<typeof recordedMomentSchema>) => ({ cameras: [cameraId] }),
  }),
};
