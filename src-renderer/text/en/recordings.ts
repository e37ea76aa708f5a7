/** Snapshots and recordings: what becomes of them. */
export const recordings = {
  someCamera: 'A camera',
  clipNotSaved: (camera: string, why: string | null) =>
    `${camera}: the recording could not be saved. ${why ?? ''}`,
  clipSaved: (camera: string) => `${camera}: Clip saved as`,
  clipEnded: (camera: string, why: string) => `${camera}: recording ended. ${why} Saved as`,
  openFolder: 'Open folder',
};
