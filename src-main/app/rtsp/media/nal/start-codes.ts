const START_CODE = Buffer.from([0, 0, 1]);

/**
 * The NAL units of a payload in which some cameras put several behind each other with start codes between them, as in a file
 * (ITU-T H.264, annex B); one where there is no start code, as it should be.
 */
export function splitAtStartCodes(payload: Buffer): Buffer[] {
  const units: Buffer[] = [];
  let from = 0;
  while (from < payload.length) {
    const next = payload.indexOf(START_CODE, from);
    const end = next < 0 ? payload.length : next;
    const unit = payload.subarray(from, next < 0 ? end : withoutZeros(payload, from, end));
    if (unit.length > 0) units.push(unit);
    from = next < 0 ? payload.length : next + START_CODE.length;
  }
  return units;
}

/** A start code may be longer by zeros, and no NAL unit ends in one. */
function withoutZeros(payload: Buffer, from: number, end: number): number {
  let last = end;
  while (last > from && payload[last - 1] === 0) last -= 1;
  return last;
}
