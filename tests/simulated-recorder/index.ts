export type { ChannelCounters, RecorderCounters } from './counters.ts';
export type { RecorderFaults } from './faults.ts';
export type { ClipKind } from './media/encodings.ts';
export type { ProfileName } from './profiles.ts';
export { channelName } from './recorder-state.ts';
export type { RtspSession } from './rtsp/rtsp-session.ts';
export { SimulatedRecorder, type SimulatedRecorderOptions } from './simulated-recorder.ts';
export type { StreamKind } from './stream-id.ts';
