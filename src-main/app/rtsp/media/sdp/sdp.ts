/** One track that a server offers; a media line with several formats is several tracks with one control. */
export interface SdpTrack {
  readonly kind: 'video' | 'audio' | 'other';
  readonly payloadType: number;
  /** As the SDP names it, in capitals and without the known misspellings, such as H264 or MPEG4-GENERIC; empty where nothing tells. */
  readonly encoding: string;
  readonly clockHz: number;
  readonly channels: number;
  /** What follows the payload type in `a=fmtp`; null where there is none. */
  readonly fmtp: string | null;
  /** `a=control` as it stands there: relative, absolute, `*`, odd. Null where there is none, so that the session's URL is meant. */
  readonly control: string | null;
  /** It is for sound *to* the camera (ONVIF Streaming, 5.3). */
  readonly isBackchannel: boolean;
}

/** What a DESCRIBE told. */
export interface SdpDescription {
  /** The control of the whole session, as it stands there. */
  readonly control: string | null;
  readonly tracks: readonly SdpTrack[];
}

interface MediaPart {
  readonly kind: SdpTrack['kind'];
  readonly formats: readonly number[];
  readonly lines: readonly string[];
}

interface Encoding {
  readonly encoding: string;
  readonly clockHz: number;
  readonly channels: number;
}

const VIDEO_CLOCK_HZ = 90_000;
const HIGHEST_PAYLOAD_TYPE = 127;
/** RFC 3551, tables 4 and 5: these need no rtpmap. */
const STATIC_TYPES: Readonly<Record<number, Encoding>> = {
  0: { encoding: 'PCMU', clockHz: 8000, channels: 1 },
  3: { encoding: 'GSM', clockHz: 8000, channels: 1 },
  4: { encoding: 'G723', clockHz: 8000, channels: 1 },
  8: { encoding: 'PCMA', clockHz: 8000, channels: 1 },
  9: { encoding: 'G722', clockHz: 8000, channels: 1 },
  10: { encoding: 'L16', clockHz: 44_100, channels: 2 },
  11: { encoding: 'L16', clockHz: 44_100, channels: 1 },
  14: { encoding: 'MPA', clockHz: VIDEO_CLOCK_HZ, channels: 1 },
  15: { encoding: 'G728', clockHz: 8000, channels: 1 },
  18: { encoding: 'G729', clockHz: 8000, channels: 1 },
  26: { encoding: 'JPEG', clockHz: VIDEO_CLOCK_HZ, channels: 1 },
  31: { encoding: 'H261', clockHz: VIDEO_CLOCK_HZ, channels: 1 },
  32: { encoding: 'MPV', clockHz: VIDEO_CLOCK_HZ, channels: 1 },
  33: { encoding: 'MP2T', clockHz: VIDEO_CLOCK_HZ, channels: 1 },
  34: { encoding: 'H263', clockHz: VIDEO_CLOCK_HZ, channels: 1 },
};
/** Names that devices use for what has another one in the registry of RTP payload types. */
const MISSPELLED: Readonly<Record<string, string>> = {
  HEVC: 'H265',
  'H.264': 'H264',
  'H.265': 'H265',
  AVC: 'H264',
  AAC: 'MPEG4-GENERIC',
  G711U: 'PCMU',
  'G711-U': 'PCMU',
  G711A: 'PCMA',
  'G711-A': 'PCMA',
};

/**
 * Reads an SDP (RFC 4566) as devices write it: any line ends, any order of lines, with lines that are none, without session lines.
 * Never throws; what cannot be read is left out.
 */
export function readSdp(text: string): SdpDescription {
  const [session = [], ...media] = partsOf(text);
  const parts = media.flatMap((lines) => mediaOf(lines) ?? []);
  return {
    control: valueOf(session, 'a=control:'),
    tracks: parts.flatMap((part) => part.formats.map((type) => trackOf(part, type, parts))),
  };
}

/** The session's lines, and those of each media line behind it. */
function partsOf(text: string): string[][] {
  const parts: string[][] = [[]];
  for (const each of text.split(/\r\n|\r|\n|\0/)) {
    const line = each.trim();
    if (/^m=/i.test(line)) parts.push([]);
    if (line !== '') parts.at(-1)?.push(line);
  }
  return parts;
}

function mediaOf(lines: readonly string[]): MediaPart | null {
  const [kindText = '', , , ...formatTexts] = (lines[0] ?? '').slice(2).trim().split(/\s+/);
  const kind = kindText.toLowerCase();
  const told = formatTexts.flatMap((format) => payloadTypeOf(format) ?? []);
  // Some leave the formats out of the media line.
  const mapped = valuesOf(lines, 'a=rtpmap:').flatMap((value) => payloadTypeOf(value) ?? []);
  const formats = [...new Set(told.length > 0 ? told : mapped)];
  if (formats.length === 0) return null;
  return { kind: kind === 'video' || kind === 'audio' ? kind : 'other', formats, lines };
}

function trackOf(part: MediaPart, payloadType: number, all: readonly MediaPart[]): SdpTrack {
  // Seen in the field: the format parameters stand behind another media line.
  const fmtp = fmtpOf(part, payloadType) ?? firstOf(all, (other) => fmtpOf(other, payloadType));
  const { encoding, clockHz, channels } = encodingOf(part, payloadType, fmtp);
  const control = valueOf(part.lines, 'a=control:');
  const isBackchannel = part.lines.some((line) => /^a=sendonly$/i.test(line));
  const { kind } = part;
  return { kind, payloadType, encoding, clockHz, channels, fmtp, control, isBackchannel };
}

function encodingOf(part: MediaPart, payloadType: number, fmtp: string | null): Encoding {
  const map = valuesOf(part.lines, 'a=rtpmap:').find((line) => payloadTypeOf(line) === payloadType);
  const [name = '', clock = '', channels = ''] = restOf(map ?? '').split('/');
  if (name.trim() === '') return STATIC_TYPES[payloadType] ?? guessOf(part, fmtp);
  const encoding = name.trim().toUpperCase();
  return {
    encoding: MISSPELLED[encoding] ?? encoding,
    clockHz: positive(clock) ?? STATIC_TYPES[payloadType]?.clockHz ?? usualClockHz(part),
    channels: positive(channels) ?? 1,
  };
}

/** Without an rtpmap only the format parameters tell. */
function guessOf(part: MediaPart, fmtp: string | null): Encoding {
  const isH264 =
    part.kind === 'video' && /sprop-parameter-sets|packetization-mode/i.test(fmtp ?? '');
  const isH265 = part.kind === 'video' && /sprop-(?:vps|sps|pps)/i.test(fmtp ?? '');
  const encoding = isH265 ? 'H265' : isH264 ? 'H264' : '';
  return { encoding, clockHz: usualClockHz(part), channels: 1 };
}

function usualClockHz({ kind }: MediaPart): number {
  return kind === 'audio' ? 8000 : VIDEO_CLOCK_HZ;
}

function fmtpOf(part: MediaPart, payloadType: number): string | null {
  const lines = valuesOf(part.lines, 'a=fmtp:');
  const own = lines.find((line) => payloadTypeOf(line) === payloadType);
  return own === undefined ? null : restOf(own);
}

function valueOf(lines: readonly string[], prefix: string): string | null {
  return valuesOf(lines, prefix)[0] ?? null;
}

function valuesOf(lines: readonly string[], prefix: string): string[] {
  return lines.flatMap((line) =>
    line.toLowerCase().startsWith(prefix) ? [line.slice(prefix.length).trim()] : [],
  );
}

function payloadTypeOf(text: string): number | null {
  const digits = /^\d{1,3}(?!\d)/.exec(text)?.[0];
  return digits !== undefined && Number(digits) <= HIGHEST_PAYLOAD_TYPE ? Number(digits) : null;
}

/** Behind the payload type. */
function restOf(value: string): string {
  return value.replace(/^\d+\s*/, '').trim();
}

function positive(text: string): number | null {
  const value = Number.parseInt(text, 10);
  return value > 0 ? value : null;
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | null,
): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
