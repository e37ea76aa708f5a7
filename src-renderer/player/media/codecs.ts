const H265 = 'hvc1.1.6.L153.B0';
/** go2rtc knows one name for all of H.265; a machine that decodes less than level 5.1 may well decode what a camera sends. */
const H265_LEVELS: readonly string[] = [
  H265,
  'hvc1.1.6.L150.B0',
  'hvc1.1.6.L120.B0',
  'hvc1.1.6.L93.B0',
];

/**
 * The video codecs go2rtc knows to repack for MSE (its `pkg/mp4` ParseCodecs): H.264 high 4.1, 4.2, 5.1 and H.265 main.
 * Audio is left out on purpose: a wall is muted, so no audio is transferred.
 */
const VIDEO_CODECS: readonly string[] = ['avc1.640029', 'avc1.64002A', 'avc1.640033', H265];

/** The comma list go2rtc expects in `{type:'mse', value}`: what this machine can decode. */
export function offeredCodecs(isTypeSupported: (mime: string) => boolean): string {
  const canDecode = (codec: string) => isTypeSupported(`video/mp4; codecs="${codec}"`);
  return VIDEO_CODECS.filter((codec) =>
    codec === H265 ? H265_LEVELS.some(canDecode) : canDecode(codec),
  ).join();
}

/** The bare codec of a MIME type such as `video/mp4; codecs="avc1.640029"`, for people to read. */
export function codecOf(mime: string): string {
  return /codecs="([^"]*)"/.exec(mime)?.[1] ?? mime;
}
