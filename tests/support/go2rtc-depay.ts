/** A sample as go2rtc hands it to a page. */
export interface Go2rtcSample {
  readonly nals: readonly Buffer[];
  readonly stamp: number;
}

const FRAGMENT = 28;
const AGGREGATE = 24;
const SMALL_SET_BYTES = 128;
const NAL = { slice: 1, keyframe: 5, sei: 6, sps: 7, pps: 8, delimiter: 9 } as const;

/**
 * Does what go2rtc does with H.264 packets (its `pkg/h264` RTPDepay, and pion's H264Packet under it): it looks at no sequence number, at no
 * start bit of a fragment and at no slice header; a set marker bit ends a sample.
 * @param sets what the SDP told, which it puts in front of a keyframe that begins a sample
 */
export function go2rtcSamples(
  packets: readonly Buffer[],
  sets: readonly Buffer[] = [],
): Go2rtcSample[] {
  const samples: Go2rtcSample[] = [];
  let waiting: Buffer[] = [];
  let fragments: Buffer[] = [];
  for (const packet of packets) {
    const isMarked = (packet.readUInt8(1) & 0x80) !== 0;
    const payload = packet.subarray(12);
    const type = payload.readUInt8(0) & 0x1f;
    let nals: Buffer[] = [];
    if (type === FRAGMENT) {
      fragments.push(payload.subarray(2));
      if ((payload.readUInt8(1) & 0x40) === 0) continue;
      const header = (payload.readUInt8(0) & 0x60) | (payload.readUInt8(1) & 0x1f);
      nals = [Buffer.concat([Buffer.from([header]), ...fragments])];
      fragments = [];
    } else nals = type === AGGREGATE ? unitsOf(payload) : type > 0 && type < 24 ? [payload] : [];
    const size = nals.reduce((sum, nal) => sum + 4 + nal.length, 0);
    if (size === 0) continue;
    const first = typeOf(nals[0]);
    if (isMarked && size < SMALL_SET_BYTES) {
      if (first === NAL.sps || first === NAL.pps) {
        waiting.push(...nals);
        continue;
      }
      if (first === NAL.sei) continue;
    }
    if (waiting.length === 0) {
      while (typeOf(nals[0]) === NAL.sei || typeOf(nals[0]) === NAL.delimiter) nals.shift();
      if (nals.length === 0) continue;
      const begin = typeOf(nals[0]);
      if (begin === NAL.keyframe) waiting.push(...sets);
      else if (begin !== NAL.slice && begin !== NAL.sps && begin !== NAL.pps) continue;
    }
    waiting.push(...nals);
    if (!isMarked) continue;
    samples.push({ nals: waiting, stamp: packet.readUInt32BE(4) });
    waiting = [];
  }
  return samples;
}

function unitsOf(payload: Buffer): Buffer[] {
  const nals: Buffer[] = [];
  let at = 1;
  while (at + 2 <= payload.length) {
    const size = payload.readUInt16BE(at);
    nals.push(payload.subarray(at + 2, at + 2 + size));
    at += 2 + size;
  }
  return nals;
}

function typeOf(nal: Buffer | undefined): number {
  return (nal?.[0] ?? 0) & 0x1f;
}
