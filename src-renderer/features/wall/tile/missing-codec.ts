const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/H265|hvc1|hev1/i, 'H.265'],
  [/H264|avc1/i, 'H.264'],
];

/**
 * The codec that could not be played, as people call it; null where the words do not tell.
 * @param detail of an `unsupported` state; go2rtc writes "codecs not matched: what is sent => what was asked for"
 */
export function missingCodec(detail: string): string | null {
  const [sent = ''] = detail.split('=>');
  return NAMES.find(([pattern]) => pattern.test(sent))?.[1] ?? null;
}
