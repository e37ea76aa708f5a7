import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from '@contract/field-errors.ts';
import { singleCameraSchema } from '@contract/models/camera-changes.ts';
import { probeRequestSchema } from '@contract/models/probe-request.ts';
import { parseRtspUrl } from '@contract/models/rtsp-url.ts';
import { withoutLayoutSecret } from '../../src-main/app/domain/layout-secret.ts';
import { fillPath } from '../../src-main/app/domain/path-secret.ts';
import { addNvrReducer, EMPTY_FORM } from '../../src-renderer/features/nvrs/add/add-nvr-reducer.ts';
import type { NvrField } from '../../src-renderer/features/nvrs/add/add-nvr-state.ts';
import { deviceEntries } from '../../src-renderer/features/nvrs/entries/pattern-request.ts';
import {
  withTyped,
  type SingleEntries,
} from '../../src-renderer/features/nvrs/single/single-camera-form.ts';

const FOLDER = path.join(import.meta.dirname, 'typed');
const ANY_ID = '00000000-0000-4000-8000-000000000000';

const typedCase = z.strictObject({
  /** The form: an NVR to look at, or a single camera. */
  form: z.enum(['nvr', 'camera']).default('nvr'),
  /** Typed or pasted in this order. Of an NVR, what is not among them is `guard` and `secret-1`. */
  typed: z.record(z.string(), z.string()),
  /** What main gets; of a camera with its path as it is stored, and the password as the device gets it. */
  comesOut: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** Fields that are refused, in their order. */
  refused: z.array(z.string()).optional(),
});
type TypedCase = z.output<typeof typedCase>;

function typedCases(): [string, TypedCase][] {
  return readdirSync(FOLDER).flatMap((name) => {
    const parsed: unknown = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
    return z
      .array(typedCase)
      .parse(parsed)
      .map((each): [string, TypedCase] => [`${name}: ${JSON.stringify(each.typed)}`, each]);
  });
}

function nvr(typed: TypedCase['typed']) {
  const all = { username: 'guard', password: 'secret-1', ...typed };
  const filled = Object.entries(all).reduce(
    (state, [field, text]) =>
      addNvrReducer(state, { type: 'typed', field: field as NvrField, text }),
    EMPTY_FORM,
  );
  const left = addNvrReducer(filled, { type: 'address-left' });
  return probeRequestSchema.safeParse({
    ...deviceEntries(left.entries),
    ...{ nvrId: null, probeId: ANY_ID, formId: ANY_ID, acceptedFingerprint: null },
  });
}

function camera(typed: TypedCase['typed']) {
  const empty = { name: 'Gate', mainUrl: '', subUrl: '', username: '', password: '' };
  const filled = Object.entries(typed).reduce(
    (entries, [field, text]) => withTyped(entries, field as keyof SingleEntries, text),
    empty,
  );
  return singleCameraSchema.safeParse(filled);
}

/** As it is stored, and as it is dialled. */
function stored({ mainUrl, username, password }: SingleEntries) {
  const parts = parseRtspUrl(mainUrl);
  if (parts === null) throw new Error('a schema let this pass');
  const layout = { kind: 'single', main: parts.path, sub: null } as const;
  const kept = withoutLayoutSecret(layout, password === '' ? null : password);
  if (!kept.ok || kept.value.layout.kind !== 'single') return { ...parts, isRefused: true };
  const { main } = kept.value.layout;
  const secret = kept.value.password ?? '';
  return { ...parts, path: main, username, password: secret, dialled: fillPath(main, secret) };
}

describe('what people type', () => {
  it.each(typedCases())('%s', (_name, { form, typed, comesOut = {}, refused }) => {
    const parsed = form === 'nvr' ? nvr(typed) : camera(typed);
    if (refused) {
      expect(parsed.success ? [] : Object.keys(fieldErrors(parsed.error))).toEqual(refused);
      return;
    }
    if (!parsed.success) throw new Error(JSON.stringify(fieldErrors(parsed.error)));
    expect('mainUrl' in parsed.data ? stored(parsed.data) : parsed.data).toMatchObject(comesOut);
  });
});
