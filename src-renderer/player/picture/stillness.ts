/**
 * A clock that a recorder burns in may be all that moves: its second, a frame longer, must not be enough. Looked at four times a
 * second, a picture that stands still is noticed within 2 s all the same, buffer included.
 */
const STILL_AFTER_MS = 1200;
/** A slow stream must have had the chance to show something else. */
const STILL_AFTER_FRAMES = 4;
/**
 * A scene that is quiet to the last pixel, without a clock in it, may be a live one. One that stood still and moved on so often
 * is believed to be like that, and gets more time.
 */
const QUIET_AFTER_RESTS = 3;
const QUIET_STILL_AFTER_MS = 10_000;
/**
 * An encoder that is fed with the same picture for ever repeats it exactly, but for a few frames after each keyframe, which
 * differ in fine detail. So after this time it is enough that half of the frames are repeats.
 */
const ENCODED_STILL_AFTER_MS = 10_000;
const ENCODED_REPEATS = 0.5;
/** A sensor's noise changes every frame; after a keyframe (seen: x264, constant quality) two or three looks differ. */
const MOVING_AFTER_CHANGES = 4;
const MOVING_AFTER_MS = 1000;
/** An encoder that begins anew may refine for seconds what it has been given all the time. */
const MOVING_AFTER_STILL_MS = 4000;
/**
 * Of 255: what fine detail changes in the mean of a cell. Seen: up to 1.3 for a standing picture encoded at constant quality;
 * a digit of a burned-in clock makes 6 and more.
 */
const CELL_TOLERANCE = 4;

/** What one look at a picture told; hashes are equal for equal pictures. */
export interface Look {
  /** Of parts of the picture. */
  readonly bandsHash: number;
  /** Null after a fleeting look. */
  readonly whole: {
    readonly hash: number;
    /** Mean brightness of the cells of a grid over the whole picture, 0 to 255. */
    readonly cells: Uint8Array;
  } | null;
}

/** A picture that may be standing still, and is looked at closely. */
interface Scene {
  readonly sinceMs: number;
  /** Of the first close look. */
  readonly cells: Uint8Array | null;
  readonly looks: number;
  readonly repeats: number;
  readonly changesInARow: number;
  readonly repeatedAtMs: number;
  readonly isStill: boolean;
}

/** What is known of a stream's pixels; replaced, never changed. */
export interface Stillness {
  readonly last: Look | null;
  /** When the pixels last changed. */
  readonly sinceMs: number;
  /** New frames since then, as far as they were looked at. */
  readonly repeats: number;
  /** Null while each frame differs from the one before. */
  readonly scene: Scene | null;
  readonly rests: number;
}

/** Nothing was seen yet. */
export const UNSEEN: Stillness = { last: null, sinceMs: 0, repeats: 0, scene: null, rests: 0 };

/** A new frame was looked at; null where its pixels could not be read, which proves nothing. */
export function withLook(before: Stillness, nowMs: number, look: Look | null): Stillness {
  const isChange = !isRepeat(before.last, look);
  const pixels = isChange
    ? { last: look, sinceMs: nowMs, repeats: 0 }
    : { last: look, sinceMs: before.sinceMs, repeats: before.repeats + 1 };
  const scene = look === null ? null : nextScene(before, nowMs, look, isChange);
  const rests = before.rests + (scene === null && isStill(before) ? 1 : 0);
  const after = { ...pixels, scene, rests };
  if (scene === null || scene.isStill) return after;
  return { ...after, scene: { ...scene, isStill: hasStood(after, scene, nowMs) } };
}

/** Whether the picture had been standing since long ago when it was last looked at. */
export function isStill({ scene }: Stillness): boolean {
  return scene?.isStill === true;
}

function hasStood({ sinceMs, repeats, rests }: Stillness, scene: Scene, nowMs: number): boolean {
  const afterMs = rests < QUIET_AFTER_RESTS ? STILL_AFTER_MS : QUIET_STILL_AFTER_MS;
  if (repeats >= STILL_AFTER_FRAMES && nowMs - sinceMs >= afterMs) return true;
  const isMostlyRepeated = scene.repeats >= scene.looks * ENCODED_REPEATS;
  return isMostlyRepeated && nowMs - scene.sinceMs >= ENCODED_STILL_AFTER_MS;
}

function nextScene(
  { scene, sinceMs }: Stillness,
  nowMs: number,
  look: Look,
  isChange: boolean,
): Scene | null {
  if (scene === null) {
    if (isChange) return null;
    const counts = { looks: 1, repeats: 1, changesInARow: 0 };
    const cells = look.whole?.cells ?? null;
    return { sinceMs, cells, ...counts, repeatedAtMs: nowMs, isStill: false };
  }
  const repeats = isChange
    ? { changesInARow: scene.changesInARow + 1 }
    : { changesInARow: 0, repeats: scene.repeats + 1, repeatedAtMs: nowMs };
  const cells = scene.cells ?? look.whole?.cells ?? null;
  const after = { ...scene, ...repeats, cells, looks: scene.looks + 1 };
  return isMoving(after, nowMs) || !isAlike(cells, look.whole?.cells ?? null) ? null : after;
}

function isMoving({ changesInARow, repeatedAtMs, isStill }: Scene, nowMs: number): boolean {
  const afterMs = isStill ? MOVING_AFTER_STILL_MS : MOVING_AFTER_MS;
  return changesInARow >= MOVING_AFTER_CHANGES && nowMs - repeatedAtMs >= afterMs;
}

function isRepeat(one: Look | null, other: Look | null): boolean {
  if (one === null || other === null) return false;
  if (one.whole && other.whole) return one.whole.hash === other.whole.hash;
  return one.bandsHash === other.bandsHash;
}

/** Another size of the picture is another picture. */
function isAlike(scene: Uint8Array | null, cells: Uint8Array | null): boolean {
  if (scene === null || cells === null) return true;
  if (scene.length !== cells.length) return false;
  return scene.every((cell, index) => Math.abs(cell - (cells[index] ?? 0)) <= CELL_TOLERANCE);
}
