/** What no file name may hold. Windows allows fewer characters than the others. */
export const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cs}]/gu;
/** A name that begins with a dot is hidden. */
const LEADING = /^[.\s-]+/u;
/** File systems take 255 bytes; the time, the number of a second file of the name and `.mp4.part` need the rest. */
const NAME_MAX_BYTES = 180;

/** "Gate 2026-11-23 05-12-33": what a file of a camera is called, without its extension, by this computer's own clock. */
export function cameraFileName(cameraName: string, at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('-');
  return `${safeName(cameraName)} ${day} ${time}`;
}

function safeName(cameraName: string): string {
  const plain = cameraName.replaceAll(NOT_IN_NAMES, '-').replace(LEADING, '');
  let kept = '';
  for (const character of plain) {
    if (Buffer.byteLength(kept + character) > NAME_MAX_BYTES) break;
    kept += character;
  }
  return kept.trim() || 'Camera';
}
