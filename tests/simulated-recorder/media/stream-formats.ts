import type { StreamKind } from '../stream-id.ts';

/**
 * `every-format`: each channel is encoded in another way; `few-frames`: all as large sites with many cameras have it;
 * `slow-start`: all with a keyframe every four seconds.
 */
export type FormatSet = 'every-format' | 'few-frames' | 'slow-start';

/** What the sound of a stream is encoded with, as SDP names it (RFC 3551, RFC 3640). */
export type AudioCodec = 'PCMU' | 'PCMA' | 'MPEG4-GENERIC' | 'G726-16';

/** A stretch of one picture size. */
export interface FormatPart {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seconds: number;
}

/** How a stream is encoded that is not like the usual ones. */
export interface StreamFormat {
  readonly name: string;
  readonly codec: 'H.264' | 'H.265';
  readonly frameRate: number;
  /** Played one after the other, for ever. */
  readonly parts: readonly FormatPart[];
  /** What ffmpeg is told beyond the size. */
  readonly encoder: readonly string[];
  readonly audio?: AudioCodec;
}

const FRAME_RATE = 15;
const SECONDS = 6;
const SUB: FormatPart = { widthPx: 640, heightPx: 360, seconds: SECONDS };

function h264(profile: string, keyframeEvery: number, ...more: string[]): string[] {
  const every = String(keyframeEvery);
  const quick = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '30', '-sc_threshold', '0'];
  return [...quick, '-profile:v', profile, '-g', every, '-keyint_min', every, '-bf', '0', ...more];
}

const PLAIN: StreamFormat = {
  name: 'plain',
  codec: 'H.264',
  frameRate: FRAME_RATE,
  parts: [SUB],
  encoder: h264('main', FRAME_RATE),
};

function plain(name: string, difference: Partial<StreamFormat>): StreamFormat {
  return { ...PLAIN, name, ...difference };
}

const H265 = plain('h265', {
  codec: 'H.265',
  encoder: [
    ...['-c:v', 'libx265', '-preset', 'ultrafast'],
    ...['-x265-params', 'log-level=error:bframes=0:keyint=15:min-keyint=15:scenecut=0'],
  ],
});

/** Where a moving picture saves keyframes: "H.264+" (Hikvision), two groups of pictures as long as they like to be. */
const RARE_KEYFRAMES = '0,4';

/** The streams of each channel, from channel 1 on; main is also sub where only one is given. */
const FORMATS: readonly { readonly main: StreamFormat; readonly sub?: StreamFormat }[] = [
  { main: plain('baseline', { encoder: h264('baseline', FRAME_RATE) }) },
  {
    main: plain('b-frames', {
      encoder: h264(
        'high',
        2 * FRAME_RATE,
        ...['-bf', '2', '-b_strategy', '0', '-x264-params', 'b-pyramid=none:open-gop=0'],
      ),
    }),
  },
  { main: plain('4x3', { parts: [{ widthPx: 640, heightPx: 480, seconds: SECONDS }] }) },
  { main: plain('portrait', { parts: [{ widthPx: 480, heightPx: 640, seconds: SECONDS }] }) },
  {
    main: plain('two-sizes', {
      parts: [
        { ...SUB, seconds: 3 },
        { widthPx: 352, heightPx: 288, seconds: 3 },
      ],
    }),
  },
  {
    main: plain('1-fps', {
      frameRate: 1,
      parts: [{ ...SUB, seconds: 24 }],
      encoder: h264('main', 4),
    }),
  },
  {
    main: plain('10-s-keyframes', {
      parts: [{ ...SUB, seconds: 20 }],
      encoder: h264('main', 10 * FRAME_RATE),
    }),
  },
  {
    main: plain('rare-keyframes', {
      parts: [{ ...SUB, seconds: 36 }],
      encoder: h264('main', 9999, '-force_key_frames', RARE_KEYFRAMES),
    }),
  },
  { main: H265, sub: PLAIN },
  { main: H265 },
  { main: plain('aac', { audio: 'MPEG4-GENERIC' }) },
  { main: plain('g711-u', { audio: 'PCMU' }) },
  { main: plain('g711-a', { audio: 'PCMA' }) },
  {
    main: plain('wide-pixels', {
      parts: [{ widthPx: 704, heightPx: 576, seconds: SECONDS }],
      encoder: h264('main', FRAME_RATE, ...['-vf', 'setsar=16/11']),
      audio: 'G726-16',
    }),
  },
  {
    main: plain('fields', {
      encoder: h264('main', FRAME_RATE, ...['-x264-params', 'interlaced=1']),
    }),
  },
  {
    main: plain('half-fps', {
      frameRate: 0.5,
      parts: [{ ...SUB, seconds: 24 }],
      encoder: h264('main', 2),
    }),
  },
];

/** So little that a small machine decodes 64 of them. */
const FEW_FRAMES = plain('few-frames', {
  frameRate: 4,
  parts: [{ widthPx: 352, heightPx: 288, seconds: SECONDS }],
  encoder: h264('main', 4),
});

const SLOW_START = plain('slow-start', {
  parts: [{ ...SUB, seconds: 12 }],
  encoder: h264('main', 4 * FRAME_RATE),
});

/** What a stream of such a recorder is like; the channels behind the special ones are ordinary. */
export function formatOf(set: FormatSet, channel: number, stream: StreamKind): StreamFormat {
  if (set === 'few-frames') return FEW_FRAMES;
  if (set === 'slow-start') return SLOW_START;
  const formats = FORMATS[channel - 1];
  if (formats === undefined) return PLAIN;
  return stream === 'main' ? formats.main : (formats.sub ?? formats.main);
}
