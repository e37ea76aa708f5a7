import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const FOLDER = path.join(import.meta.dirname, 'rtsp');

const rtspCase = z.strictObject({
  why: z.string(),
  /** Each WWW-Authenticate header; left out: Digest, empty: no login is asked for. */
  challenge: z.array(z.string()).optional(),
  realm: z.string().optional(),
  password: z.enum(['right', 'wrong']).default('right'),
  /** How many signed requests are told that their nonce is too old. */
  stale: z.number().default(0),
  /** Each nonce is good for one request, and the next one is not called stale. */
  isNonceSpent: z.boolean().default(false),
  /** The whole 401. */
  refusal: z.string().optional(),
  /** Lines of the description. */
  sdp: z.array(z.string()).optional(),
  /** Whole answers by method, in the place of healthy ones; empty: none comes. */
  answers: z.record(z.string(), z.string()).default({}),
  /** Sent before each answer. */
  before: z.string().default(''),
  /** Regular expressions and replacements, applied to every answer. */
  replace: z.array(z.tuple([z.string(), z.string()])).default([]),
  comesOut: z.strictObject({
    /** Why it does not play; left out: it does, and sound comes where it was set up. */
    failure: z.string().optional(),
    codec: z.string().nullable().optional(),
    soundCodec: z.string().nullable().optional(),
    /** "METHOD address", with `<base>` for the device's own; what was signed anew is there once. */
    asked: z.array(z.string()).optional(),
    failedLogins: z.number().default(0),
    mostSigned: z.number().optional(),
  }),
});

/** A stream that people met, and what must come out. */
export type RtspCase = z.output<typeof rtspCase>;

/** Every row of every file, with its name. */
export function rtspCases(): [string, RtspCase][] {
  return readdirSync(FOLDER).flatMap((name) => {
    const parsed: unknown = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
    return z
      .array(rtspCase)
      .parse(parsed)
      .map((each, index): [string, RtspCase] => [`${name} ${index + 1}: ${each.why}`, each]);
  });
}
