import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const FOLDER = path.join(import.meta.dirname, 'device');

const answer = z.strictObject({
  status: z.number().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  /** A file beside the case, sent byte for byte, in place of `body`. */
  bodyFile: z.string().optional(),
  encoding: z.enum(['utf8', 'latin1', 'utf16le', 'base64']).optional(),
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
  cameras: z.array(camera),
  coax: z.number().optional(),
  serial: z.string().optional(),
  rtspPort: z.number().optional(),
  realm: z.string().optional(),
  /** The whole WWW-Authenticate header. */
  challenge: z.string().optional(),
});

const USUAL_CAMERAS = [
  { id: '1', name: 'Gate', streams: [101, 102] },
  { id: '2', name: 'Yard', streams: [201, 202] },
];

const fieldCase = z.strictObject({
  why: z.string(),
  /** `look` before anything is stored; `sync` after a healthy import. */
  run: z.enum(['look', 'sync']).default('look'),
  recorder: recorder.default({ cameras: USUAL_CAMERAS }),
  password: z.enum(['right', 'wrong']).default('right'),
  answers: z.record(z.string(), answer).default({}),
  /** The same case with each of these in the place of `answers`. */
  variants: z.array(z.record(z.string(), answer)).optional(),
  comesOut: z.strictObject({
    /** Channel, a colon and name. */
    cameras: z.array(z.string()).optional(),
    failure: z.string().optional(),
    words: z.string().optional(),
    model: z.string().nullable().optional(),
    unread: z.array(z.string()).optional(),
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

/** Every case of the folder, each variant by itself, with its name. */
export function fieldCases(): [string, FieldCase][] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const { variants, ...whole } = fieldCase.parse(JSON.parse(textOf(name)));
      const all = variants ?? [whole.answers];
      return all.map((answers, index): [string, FieldCase] => {
        const title = variants === undefined ? name : `${name} #${index + 1}`;
        return [title, { ...whole, answers: withFiles(answers) }];
      });
    });
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

function textOf(name: string): string {
  return readFileSync(path.join(FOLDER, name), 'utf8');
}
