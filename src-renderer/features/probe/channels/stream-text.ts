import type { ProbedChannel, ProbedStream } from '@contract/models/probe.ts';
import { text } from '../../../text/catalogue.ts';

/** One stream in few words, such as "H.265 2560×1440". */
export function streamText(stream: ProbedStream): string {
  const { codec, widthPx, heightPx } = stream;
  const size = widthPx === null || heightPx === null ? null : `${widthPx}×${heightPx}`;
  return [codec, size].filter((part) => part !== null).join(' ') || text.probe.notDescribed;
}

/** Both streams of a channel, as its row in the list says them. */
export function streamTexts({ main, sub }: ProbedChannel): { main: string; sub: string } {
  if (main === null && sub === null) return { main: text.probe.notDescribed, sub: '' };
  return {
    main: main === null ? text.probe.noMain : streamText(main),
    sub: sub === null ? text.probe.noSub : streamText(sub),
  };
}
