import { wordOf } from '../../counts.ts';

/** Snapshots and recordings: what becomes of them. */
export const recordings = {
  tools: (camera: string) => `${camera}: tools`,
  snapshotOf: (camera: string) => `Save a snapshot of ${camera}`,
  savePicture: 'Save the picture',
  saveFrozen: 'Save the frozen picture',
  noPicture: 'There is no picture to save',
  noPictureOf: (camera: string) => `${camera} shows no picture that could be saved.`,
  snapshotSaved: (camera: string) => `${camera}: Snapshot saved as`,
  frozenSaved: (camera: string) => `${camera}: Frozen picture saved as`,
  record: 'Record a clip',
  recordOf: (camera: string) => `Record ${camera}`,
  begins: 'Recording begins with the next picture',
  stop: 'Stop recording',
  stopOf: (camera: string) => `Stop recording ${camera}`,
  running: (cameras: string) => `Recording ${cameras}`,
  runningWord: (count: number) => wordOf(count, { one: 'recording', other: 'recordings' }),

  someCamera: 'A camera',
  clipNotSaved: (camera: string, why: string | null) =>
    `${camera}: the recording could not be saved. ${why ?? ''}`,
  clipSaved: (camera: string) => `${camera}: Clip saved as`,
  clipEnded: (camera: string, why: string) => `${camera}: recording ended. ${why} Saved as`,
  openFolder: 'Open folder',
};
