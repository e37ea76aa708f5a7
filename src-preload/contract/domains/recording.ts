import { request, typed } from '../define.ts';
import {
  type OpenRecording,
  recordedMomentSchema,
  type RecordedSpans,
  recordedSpanSchema,
} from '../models/recording.ts';
import type { Subject } from '../permission.ts';

const ofCamera = ({ cameraId }: { cameraId: number }): Subject => ({ cameras: [cameraId] });

/** Requests about what recorders have recorded. */
export const recordingRequests = {
  /** Lets this window look at what a camera saw. */
  'recording:open': request({
    permission: 'review',
    input: recordedMomentSchema,
    output: typed<OpenRecording>(),
    concerns: ofCamera,
  }),
  /** When something was recorded, within a day. */
  'recording:spans': request({
    permission: 'review',
    input: recordedSpanSchema,
    output: typed<RecordedSpans>(),
    concerns: ofCamera,
  }),
};
