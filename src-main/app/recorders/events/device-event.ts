/**
 * One thing that a recorder told over its event channel, as it told it. Devices repeat what is active each second and may never say that it is
 * over: this is a message, not a condition. Texts come from the device, cleaned of unseen signs and cut to a name's length.
 */
export interface DeviceEvent {
  /** The device's own name for it in lower case ("linedetection", "vmd", "videoloss", "io", "diskerror"); of a `duration` wrapper what it is about. */
  readonly type: string;
  /** `once`: it said neither, so the event has no end of its own. */
  readonly state: 'active' | 'inactive' | 'once';
  /** As the app numbers the recorder's channels. Null: the recorder itself, or a channel that is not known. */
  readonly channel: number | null;
  /** As the device wrote it, where that is another number or no known one; with `channel` null, an unknown channel. */
  readonly deviceChannel: number | null;
  /** What of the channel or recorder it is about: "region-1", "io-2", "disk-1"; '' for none. */
  readonly part: string;
  /** By the device's own clock, as it was written. It may lack an offset, or drift. */
  readonly deviceTime: string | null;
  /** By this computer's clock, Unix time in ms. */
  readonly receivedAtMs: number;
  /** So long before, in ms, it happened, by comparing the device's own times only: its clock may be hours off. Null: not known. */
  readonly agoMs: number | null;
  /** Happened while nobody listened: sent again, or more than 60 s old by the device's own clock. */
  readonly isHistory: boolean;
  /** What was detected: "human", "vehicle". */
  readonly target: string | null;
  /** The JPEG that came with it. An alarm does not wait for its picture: the same event is told again when that has come. */
  readonly picture: Uint8Array | null;
}
