import { channelName } from '../recorder-state.ts';
import type { StreamKind } from '../stream-id.ts';
import {
  type ClipKind,
  ENCODINGS,
  type Encoding,
  FRAME_RATE,
  KEYFRAME_SECONDS,
} from './encodings.ts';

/** Where the clock in the picture starts: an evening, 12 seconds before something would happen. */
const OSD_EPOCH_S = Date.UTC(2026, 0, 14, 21, 14, 36) / 1000;
const FONT = 'DejaVu Sans';
const OUTLINE = 'borderw=2:bordercolor=black@0.6';

/** Everything ffmpeg is told for one channel: raw pictures in, both encodings of them out. */
export function encoderArguments(
  channel: number,
  kind: ClipKind,
  outputs: Readonly<Record<StreamKind, string>>,
): string[] {
  const { widthPx, heightPx } = ENCODINGS.main;
  return [
    ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'],
    ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${widthPx}x${heightPx}`],
    ...['-r', String(FRAME_RATE), '-i', 'pipe:0'],
    ...['-filter_complex', filterGraph(channel)],
    ...encodingArguments('main', kind, outputs.main),
    ...encodingArguments('sub', kind, outputs.sub),
  ];
}

function filterGraph(channel: number): string {
  const picture = [
    'scale=out_color_matrix=bt709:out_range=tv',
    'format=yuv420p',
    'noise=c0s=5:c0f=t',
    ...onScreenDisplay(channel),
  ];
  const { widthPx, heightPx } = ENCODINGS.sub;
  return `[0:v]${picture.join(',')},split[main][large];[large]scale=${widthPx}:${heightPx}[sub]`;
}

/** The frame counter makes each frame differ from the one before, whatever the scene does. */
function onScreenDisplay(channel: number): string[] {
  const clock = `%{pts\\:gmtime\\:${OSD_EPOCH_S}\\:%d-%m-%Y %H\\\\\\:%M\\\\\\:%S}`;
  const counter = '%{eif\\:n\\:d\\:3}';
  return [
    drawText(`${clock}  ${counter}`, `fontsize=34:fontcolor=white@0.92:x=32:y=28:${OUTLINE}`),
    drawText(
      channelName(channel),
      `fontsize=38:fontcolor=white@0.92:x=w-text_w-32:y=h-text_h-30:${OUTLINE}`,
    ),
    drawText(
      String(channel),
      'fontsize=380:fontcolor=white@0.26:borderw=3:bordercolor=black@0.28:x=(w-text_w)/2:y=(h-text_h)/2',
    ),
  ];
}

function drawText(text: string, look: string): string {
  return `drawtext=font='${FONT}':text='${text}':${look}`;
}

function encodingArguments(stream: StreamKind, kind: ClipKind, output: string): string[] {
  const { profile, rateFactor }: Encoding = ENCODINGS[stream];
  const keyframeEvery = String(KEYFRAME_SECONDS[kind] * FRAME_RATE);
  return [
    ...['-map', `[${stream}]`, '-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p'],
    ...['-profile:v', profile, '-crf', String(rateFactor), '-bf', '0', '-sc_threshold', '0'],
    ...['-g', keyframeEvery, '-keyint_min', keyframeEvery],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    // The encoder's note about itself (SEI) is of no use to a player.
    ...['-bsf:v', 'filter_units=remove_types=6', '-f', 'h264', output],
  ];
}
