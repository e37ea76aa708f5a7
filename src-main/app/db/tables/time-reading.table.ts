/** What a device means by the times of its recordings, as its firmware does it. */
export interface TimeReadingTable {
  serial: string;
  firmware: string;
  reading: 'local' | 'utc';
  /** How far its wall clock was ahead of UTC then. */
  offset_minutes: number;
  /** Unix time in ms. */
  tested_at_ms: number;
}
