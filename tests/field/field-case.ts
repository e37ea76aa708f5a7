import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const FOLDER = path.join(import.meta.dirname, 'device');

const answer = z.strictObject({
  status: z.number().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  /** Regular expression and replacement pairs, applied to what a healthy recorder says. */
  replace: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** The whole answer with its head, byte for byte as Latin-1; `<body>` and `<length>` are filled in. */
  raw: z.string().optional(),
  /** A file beside the case, sent byte for byte, in place of `body`. */
  bodyFile: z.string().optional(),
  encoding: z.enum(['utf8', 'latin1', 'utf16le', 'base64']).optional(),
  /** Packed although nobody asked for it. */
  packed: z.enum(['gzip', 'deflate', 'br']).optional(),
  /** Added to the length that the head tells. */
  lengthOff: z.number().optional(),
  afterMs: z.number().optional(),
  /** Half of the body is sent, then this happens. */
  end: z.enum(['reset', 'close']).optional(),
  /** `none`: whoever asks gets it, without a login. */
  login: z.literal('none').optional(),
});

const camera = z.strictObject({
  id: z.string(),
  name: z.string(),
  online: z.boolean().optional(),
  /** Stream ids as its state names them. */
  streams: z.array(z.number()).optional(),
});

const recorder = z.strictObject({
  cameras: z.array(camera).default([
    { id: '1', name: 'Gate', streams: [101, 102] },
    { id: '2', name: 'Yard', streams: [201, 202] },
  ]),
  coax: z.number().optional(),
  serial: z.string().optional(),
  rtspPort: z.number().optional(),
  realm: z.string().optional(),
  /** Each WWW-Authenticate header. */
  challenge: z.union([z.string(), z.array(z.string())]).optional(),
  /** How many signed requests are told, one after the other, that their nonce is too old. */
  stale: z.number().optional(),
  /** Each nonce is good for one request, and the next one is not called stale. */
  isNonceSpent: z.boolean().optional(),
  /** What somebody without a login, or with a wrong one, gets; `unsigned` only for the former. */
  refusal: answer.optional(),
  unsigned: answer.optional(),
});

const fieldCase = z.strictObject({
  why: z.string(),
  /** `look` before anything is stored; `sync` after a healthy import. */
  run: z.enum(['look', 'sync']).default('look'),
  recorder: recorder.prefault({}),
  password: z.enum(['right', 'wrong']).default('right'),
  answers: z.record(z.string(), answer).default({}),
  /** The same case with each of these in the place of `answers`. */
  variants: z.array(z.record(z.string(), answer)).optional(),
  comesOut: z.strictObject({
    /** Channel, a colon and name. */
    cameras: z.array(z.string()).optional(),
    /** Channels that are said to be off, and those without a sub stream. */
    offline: z.array(z.number()).optional(),
    withoutSub: z.array(z.number()).optional(),
    failure: z.string().optional(),
    words: z.string().optional(),
    model: z.string().nullable().optional(),
    unread: z.array(z.string()).optional(),
    leftOut: z.number().default(0),
    /** Keys of the changes that Sync offers. */
    changes: z.array(z.string()).optional(),
    isOtherDevice: z.boolean().optional(),
    login: z.string().optional(),
    failedLogins: z.number().default(0),
    mostSigned: z.number().optional(),
  }),
});

/** What one address answers. */
export type FieldAnswer = z.output<typeof answer>;
/** One IP camera of a recorder. */
export type FieldCamera = z.output<typeof camera>;
/** What a healthy recorder has. */
export type FieldRecorder = z.output<typeof recorder>;
/** A device that people met, and what must come out. */
export type FieldCase = z.output<typeof fieldCase>;

/** Every case of the folder, each variant by itself, with its name. A file holds one case, or a list of relatives. */
export function fieldCases(): [string, FieldCase][] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const parsed: unknown = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
      if (!Array.isArray(parsed)) return casesOf(name, fieldCase.parse(parsed));
      return parsed.flatMap((each, index) => {
        const field = fieldCase.parse(each);
        return casesOf(`${name} ${index + 1}: ${field.why}`, field);
      });
    });
}

function casesOf(name: string, { variants, ...whole }: FieldCase): [string, FieldCase][] {
  return (variants ?? [whole.answers]).map((answers, index) => [
    variants === undefined ? name : `${name} #${index + 1}`,
    { ...whole, answers: withFiles(answers) },
  ]);
}

function withFiles(answers: FieldCase['answers']): FieldCase['answers'] {
  return Object.fromEntries(
    Object.entries(answers).map(([address, { bodyFile, ...rest }]) => [
      address,
      bodyFile === undefined
        ? rest
        : {
            ...rest,
            body: readFileSync(path.join(FOLDER, bodyFile), 'base64'),
            encoding: 'base64',
          },
    ]),
  );
}
