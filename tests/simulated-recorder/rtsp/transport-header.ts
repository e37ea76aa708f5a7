const INTERLEAVED = /^interleaved=(\d{1,3})(?:-(\d{1,3}))?$/i;
const MAX_CHANNEL = 255;

/** The two interleaved channel numbers a client asked for. */
export interface InterleavedTransport {
  readonly rtp: number;
  readonly rtcp: number;
}

/** Picks RTP over TCP from a Transport header (RFC 2326, 12.39); undefined means 461, e.g. for UDP. */
export function parseTransport(header: string | undefined): InterleavedTransport | undefined {
  for (const choice of (header ?? '').split(',')) {
    const [protocol = '', ...parameters] = choice.split(';').map((part) => part.trim());
    if (protocol.toUpperCase() !== 'RTP/AVP/TCP') continue;
    const [, first, second] =
      parameters.map((part) => INTERLEAVED.exec(part)).find((match) => match !== null) ?? [];
    const rtp = Number(first ?? 0);
    const rtcp = Number(second ?? rtp + 1);
    if (rtp <= MAX_CHANNEL && rtcp <= MAX_CHANNEL) return { rtp, rtcp };
  }
  return undefined;
}
