import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AudioTrack, parseAudio } from './audio-track.ts';
import { CACHE_FOLDER } from './clip-files.ts';
import { type Clip, parseClip } from './clip.ts';
import { runFfmpeg } from './ffmpeg-process.ts';
import type { AudioCodec, StreamFormat } from './stream-formats.ts';

const KEY_CHARS = 16;
const AUDIO_SECONDS = 4;
/** A tone that can be told from silence; G.711 and G.726 are always 8 kHz (RFC 3551). */
const AUDIO_ARGUMENTS: Readonly<Record<AudioCodec, readonly string[]>> = {
  PCMU: ['-ar', '8000', '-ac', '1', '-f', 'mulaw'],
  PCMA: ['-ar', '8000', '-ac', '1', '-f', 'alaw'],
  'G726-16': ['-ar', '8000', '-ac', '1', '-c:a', 'g726', '-code_size', '2', '-f', 'g726'],
  'MPEG4-GENERIC': ['-ar', '16000', '-ac', '1', '-c:a', 'aac', '-b:a', '32k', '-f', 'adts'],
};

/** Brings a special stream into memory; ffmpeg makes it, from its own test pictures, where the cache lacks it. */
export async function loadFormat(format: StreamFormat, signal: AbortSignal): Promise<Clip> {
  const parts: Buffer[] = [];
  for (const { widthPx, heightPx, seconds } of format.parts) {
    const source = `testsrc2=size=${widthPx}x${heightPx}:rate=${format.frameRate}`;
    const raw = format.codec === 'H.265' ? 'hevc' : 'h264';
    const options = ['-t', String(seconds), '-pix_fmt', 'yuv420p', ...format.encoder, '-f', raw];
    parts.push(await made(format.name, source, options, signal));
  }
  const clip = parseClip(Buffer.concat(parts), format.frameRate, format.codec);
  return format.audio ? { ...clip, audio: await loadAudio(format.audio, signal) } : clip;
}

async function loadAudio(codec: AudioCodec, signal: AbortSignal): Promise<AudioTrack> {
  const source = `sine=frequency=440:duration=${AUDIO_SECONDS}`;
  return parseAudio(codec, await made(codec, source, AUDIO_ARGUMENTS[codec], signal));
}

/** The file that ffmpeg makes of a source; it only ever appears complete. */
async function made(
  name: string,
  source: string,
  options: readonly string[],
  signal: AbortSignal,
): Promise<Buffer> {
  const args = ['-hide_banner', '-loglevel', 'error', '-y', '-f', 'lavfi', '-i', source];
  const key = createHash('sha256')
    .update(JSON.stringify([source, options]))
    .digest('hex');
  const file = path.join(CACHE_FOLDER, `format-${name}-${key.slice(0, KEY_CHARS)}`);
  try {
    await access(file);
  } catch {
    const part = `${file}.${randomUUID()}.part`;
    try {
      await mkdir(CACHE_FOLDER, { recursive: true });
      await writeFile(part, '');
      await runFfmpeg([...args, ...options, part], [], signal);
      await rename(part, file);
    } finally {
      await rm(part, { force: true });
    }
  }
  return await readFile(file);
}
