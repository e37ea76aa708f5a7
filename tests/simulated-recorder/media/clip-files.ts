import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { paintLoop } from '../scenes/gallery.ts';
import type { StreamKind } from '../stream-id.ts';
import { encoderArguments } from './encoder-arguments.ts';
import { CLIP_SECONDS, type ClipKind, ENCODINGS, FRAME_RATE } from './encodings.ts';
import { runFfmpeg } from './ffmpeg-process.ts';
import { levelsOf, paintTimeCode } from './time-code.ts';

/** Where what ffmpeg made is kept. */
export const CACHE_FOLDER = path.resolve(import.meta.dirname, '../../../.cache/clips');
const SCENES_FOLDER = path.resolve(import.meta.dirname, '../scenes');
const KEY_CHARS = 16;
const FRAME_COUNT = CLIP_SECONDS * FRAME_RATE;

/** The two files of one channel and what they show. */
export interface ClipFiles extends Readonly<Record<StreamKind, string>> {
  readonly channel: number;
  readonly kind: ClipKind;
}

/** Names a channel's files after everything that shapes them, so a change of scene or encoder makes new ones. */
export async function clipFilesOf(channel: number, kind: ClipKind): Promise<ClipFiles> {
  const hash = createHash('sha256').update(String(FRAME_COUNT));
  hash.update(JSON.stringify(encoderArguments(channel, kind, { main: '', sub: '' })));
  if (kind === 'time-code') hash.update(JSON.stringify(levelsOf({ channel, frame: FRAME_COUNT })));
  for (const name of (await readdir(SCENES_FOLDER)).sort()) {
    hash.update(await readFile(path.join(SCENES_FOLDER, name)));
  }
  const key = hash.digest('hex').slice(0, KEY_CHARS);
  const file = (stream: StreamKind) =>
    path.join(CACHE_FOLDER, `${kind}-${String(channel).padStart(2, '0')}-${stream}-${key}.h264`);
  return { channel, kind, main: file('main'), sub: file('sub') };
}

/** Whether both files are there; they only ever appear complete. */
export async function areMade(files: ClipFiles): Promise<boolean> {
  const found = await Promise.allSettled([access(files.main), access(files.sub)]);
  return found.every((each) => each.status === 'fulfilled');
}

/** Makes a channel's files under names of their own and renames them: other processes never see half of one. */
export async function makeClipFiles(files: ClipFiles, signal: AbortSignal): Promise<void> {
  const { channel, kind } = files;
  await mkdir(CACHE_FOLDER, { recursive: true });
  const suffix = `${randomUUID()}.part`;
  const parts = { main: `${files.main}.${suffix}`, sub: `${files.sub}.${suffix}` };
  try {
    await runFfmpeg(encoderArguments(channel, kind, parts), picturesOf(channel, kind), signal);
    await rename(parts.main, files.main);
    await rename(parts.sub, files.sub);
  } finally {
    await Promise.all(Object.values(parts).map((file) => rm(file, { force: true })));
  }
}

function* picturesOf(channel: number, kind: ClipKind): Generator<Uint8Array> {
  let frame = 0;
  for (const canvas of paintLoop(channel, ENCODINGS.main, FRAME_COUNT)) {
    if (kind === 'time-code') {
      paintTimeCode(canvas.bytes, ENCODINGS.main.widthPx, { channel, frame });
    }
    frame += 1;
    yield new Uint8Array(canvas.bytes.buffer);
  }
}
