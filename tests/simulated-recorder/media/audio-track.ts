import type { AudioCodec } from './stream-formats.ts';

/** A loop of sound, cut into RTP payloads. */
export interface AudioTrack {
  readonly codec: AudioCodec;
  readonly payloadType: number;
  readonly clockHz: number;
  readonly samplesPerPacket: number;
  readonly payloads: readonly Buffer[];
  /** The value of `a=fmtp`, where the codec needs one. */
  readonly format: string | null;
}

const TELEPHONE_CLOCK_HZ = 8000;
/** 40 ms, as recorders send it. */
const TELEPHONE_PACKET_SAMPLES = 320;
/** G.711 with static payload types (RFC 3551, table 4), G.726 with a dynamic one. */
const TELEPHONE = {
  PCMU: { payloadType: 0, bitsPerSample: 8 },
  PCMA: { payloadType: 8, bitsPerSample: 8 },
  'G726-16': { payloadType: 97, bitsPerSample: 2 },
} as const;
/** Dynamic, the one Hikvision uses for AAC. */
const AAC_PAYLOAD_TYPE = 104;
const AAC_FRAME_SAMPLES = 1024;
const ADTS_HEADER_BYTES = 7;
/** ISO 14496-3, table 1.18. */
const ADTS_RATES_HZ = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000];

/** Cuts raw G.711, G.726 or AAC with ADTS headers into payloads. */
export function parseAudio(codec: AudioCodec, bytes: Buffer): AudioTrack {
  return codec === 'MPEG4-GENERIC' ? parseAac(bytes) : parseTelephone(codec, bytes);
}

function parseTelephone(codec: keyof typeof TELEPHONE, bytes: Buffer): AudioTrack {
  const { payloadType, bitsPerSample } = TELEPHONE[codec];
  const packetBytes = (TELEPHONE_PACKET_SAMPLES * bitsPerSample) / 8;
  const payloads: Buffer[] = [];
  for (let at = 0; at + packetBytes <= bytes.length; at += packetBytes) {
    payloads.push(bytes.subarray(at, at + packetBytes));
  }
  const pace = { clockHz: TELEPHONE_CLOCK_HZ, samplesPerPacket: TELEPHONE_PACKET_SAMPLES };
  return { codec, payloadType, ...pace, payloads, format: null };
}

/** One access unit a packet, behind its size in 13 bits (RFC 3640, 3.2.1 and 3.3.6). */
function parseAac(bytes: Buffer): AudioTrack {
  const payloads: Buffer[] = [];
  const [rateIndex, channels] = [(bytes.readUInt8(2) >> 2) & 15, bytes.readUInt8(3) >> 6];
  for (let at = 0; at + ADTS_HEADER_BYTES <= bytes.length;) {
    const size = ((bytes.readUInt32BE(at + 3) >> 13) & 0x1f_ff) >>> 0;
    const unit = bytes.subarray(at + ADTS_HEADER_BYTES, at + size);
    const header = Buffer.alloc(4);
    header.writeUInt16BE(16, 0);
    header.writeUInt16BE(unit.length << 3, 2);
    payloads.push(Buffer.concat([header, unit]));
    at += size;
  }
  const objectType = (bytes.readUInt8(2) >> 6) + 1;
  const config = ((objectType << 11) | (rateIndex << 7) | (channels << 3)).toString(16);
  const lengths = 'sizelength=13;indexlength=3;indexdeltalength=3';
  return {
    codec: 'MPEG4-GENERIC',
    payloadType: AAC_PAYLOAD_TYPE,
    clockHz: ADTS_RATES_HZ[rateIndex] ?? 0,
    samplesPerPacket: AAC_FRAME_SAMPLES,
    payloads,
    format: `profile-level-id=15;streamtype=5;mode=AAC-hbr;config=${config.padStart(4, '0')};${lengths}`,
  };
}
