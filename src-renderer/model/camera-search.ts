import type { Camera } from '@contract/models/camera.ts';

/** A camera of the wall with what people call it by. */
export interface NumberedCamera {
  camera: Camera;
  /** Its place on the wall, from 1. */
  number: number;
  nvrName: string;
}

const NO_MATCH = Number.POSITIVE_INFINITY;

/**
 * The cameras that every word of a query is found in: by number, name or NVR, the best first and then in the order of the wall.
 * Case and accents do not count. All of them for an empty query.
 */
export function findCameras(cameras: readonly NumberedCamera[], query: string): NumberedCamera[] {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  return cameras
    .map((one) => ({ one, rank: rankOf(one, words) }))
    .filter(({ rank }) => rank !== NO_MATCH)
    .sort((a, b) => a.rank - b.rank || a.one.number - b.one.number)
    .map(({ one }) => one);
}

/** 0: the number itself; then the beginning of the name, of a word in it, anywhere in it, and last the NVR's name. */
function rankOf({ camera, number, nvrName }: NumberedCamera, words: readonly string[]): number {
  const name = folded(camera.name);
  const nvr = folded(nvrName);
  const rankOfWord = (word: string): number => {
    if (word === String(number)) return 0;
    if (name.startsWith(word)) return 1;
    if (name.includes(` ${word}`)) return 2;
    if (name.includes(word)) return 3;
    return nvr.includes(word) ? 4 : NO_MATCH;
  };
  return words.reduce((sum, word) => sum + rankOfWord(word), 0);
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
