import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { failureText } from '../../src-renderer/text/probe-text.ts';
import { newNvrSchema } from '@contract/models/nvr.ts';
import { hasSubStream, type ProbedChannel, type ProbeReport } from '@contract/models/probe.ts';
import { HttpClient } from '../../src-main/app/isapi/http/http-client.ts';
import { probeDevice } from '../../src-main/app/isapi/probe/probe-device.ts';
import { EMPTY_FORM } from '../../src-renderer/features/nvrs/add/add-nvr-reducer.ts';
import { importRequest } from '../../src-renderer/features/nvrs/entries/import-request.ts';
import { createApp } from '../support/app-under-test.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { type FieldCase, fieldCases } from './field-case.ts';
import { FieldDevice } from './field-device.ts';
import { FIELD_LOGIN } from './field-login.ts';

/** Device and patience run this much faster than in life, so that 12 s late is late here, too. */
const TIMES = 10;
const LISTS = {
  userCheck: '/ISAPI/Security/userCheck',
  deviceInfo: '/ISAPI/System/deviceInfo',
  adminAccesses: '/ISAPI/Security/adminAccesses',
  capabilities: '/ISAPI/System/capabilities',
  cameras: '/ISAPI/ContentMgmt/InputProxy/channels',
  states: '/ISAPI/ContentMgmt/InputProxy/channels/status',
  coax: '/ISAPI/System/Video/inputs/channels',
  streams: '/ISAPI/Streaming/channels',
};
const LOW_PRIVILEGE =
  '<ResponseStatus><statusCode>4</statusCode><subStatusCode>lowPrivilege</subStatusCode></ResponseStatus>';
const REALM_OF_ANOTHER =
  'Digest realm="another", qop="auth", nonce="<a new one>", algorithm="MD5", stale="FALSE"';

/** For tests that run beside each other, so it cannot be left to a hook. */
async function withDevice(
  { recorder, answers }: Pick<FieldCase, 'recorder' | 'answers'>,
  use: (device: FieldDevice) => Promise<void>,
): Promise<void> {
  const device = await new FieldDevice(recorder, TIMES).start();
  device.answers = answers;
  try {
    await use(device);
  } finally {
    await device.stop();
  }
}

function look(device: FieldDevice, password = FIELD_LOGIN.password) {
  const { username } = FIELD_LOGIN;
  const client = new HttpClient(
    { host: '127.0.0.1', port: device.port, isHttps: false, username, password },
    {
      trust: { pinnedFingerprint: null, canTrustFirstUse: false },
      timeoutMs: 10_000 / TIMES,
      busyDelaysMs: [5, 15],
    },
  );
  return probeDevice(client);
}

/** Cameras as they are stored after an import, through the page's and main's own code. */
function camerasOf(report: ProbeReport): string[] {
  if (report.channels.length === 0) return [];
  const all = new Set(report.channels.map(({ channel }) => channel));
  const entries = { ...EMPTY_FORM.entries, ...FIELD_LOGIN, host: '127.0.0.1', name: 'Field' };
  const request = newNvrSchema.parse(importRequest(entries, report, all));
  if (request.channels === undefined) throw new Error('an import has channels');
  return request.channels.map(({ channel, name }) => `${channel}: ${name}`);
}

async function runLook(device: FieldDevice, field: FieldCase): Promise<void> {
  const { comesOut } = field;
  const result = await look(device, field.password === 'right' ? undefined : 'not this one');
  if (comesOut.failure !== undefined) {
    expect(result).toMatchObject({ ok: false, error: { kind: comesOut.failure } });
    if (comesOut.words !== undefined && !result.ok) {
      expect(failureText(result.error)).toContain(comesOut.words);
    }
  } else {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { value: report } = result;
    if (comesOut.cameras) expect(camerasOf(report)).toEqual(comesOut.cameras);
    const channels = (are: (each: ProbedChannel) => boolean): number[] =>
      report.channels.filter(are).map(({ channel }) => channel);
    const { offline, withoutSub } = comesOut;
    if (offline) expect(channels(({ online }) => online === false)).toEqual(offline);
    if (withoutSub) expect(channels((each) => !hasSubStream(each))).toEqual(withoutSub);
    expect(report.leftOut).toBe(comesOut.leftOut);
    if (comesOut.unread) expect(report.unread.toSorted()).toEqual(comesOut.unread.toSorted());
    if (comesOut.model !== undefined) expect(report.device.model).toBe(comesOut.model);
  }
  expect(device.failedLogins).toBe(comesOut.failedLogins);
  expect(device.basic).toBe(0);
  if (comesOut.mostSigned !== undefined) {
    expect(device.signed).toBeLessThanOrEqual(comesOut.mostSigned);
  }
}

async function runSync(device: FieldDevice, field: FieldCase): Promise<void> {
  device.answers = {};
  const app = await createApp({ secrets: new LockableSecretStore() });
  const seen = await look(device);
  if (!seen.ok) throw new Error(JSON.stringify(seen.error));
  const all = new Set(seen.value.channels.map(({ channel }) => channel));
  const typed = { ...FIELD_LOGIN, host: '127.0.0.1', name: 'Field', httpPort: String(device.port) };
  const entries = { ...EMPTY_FORM.entries, ...typed };
  const added = await app.nvrs.add(newNvrSchema.parse(importRequest(entries, seen.value, all)));
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  const { id } = added.value;
  device.answers = field.answers;
  const outcome = await app.sync.preview({ id, probeId: randomUUID() });
  if (!outcome.ok || !outcome.value.ok) throw new Error(JSON.stringify(outcome));
  const { changes, unread, otherDevice, leftOut } = outcome.value.value;
  const { comesOut } = field;
  expect(changes.map(({ key }) => key)).toEqual(comesOut.changes ?? []);
  expect(leftOut).toBe(comesOut.leftOut);
  if (comesOut.unread) expect(unread.toSorted()).toEqual(comesOut.unread.toSorted());
  expect(otherDevice !== null).toBe(comesOut.isOtherDevice ?? false);
  const [nvr] = await app.nvrs.listNvrs();
  expect(nvr?.login.state).toBe(comesOut.login ?? 'accepted');
  expect(device.failedLogins).toBe(comesOut.failedLogins);
}

const CASES = fieldCases();

describe('a look at a device that people met', () => {
  it.concurrent.each(CASES.filter(([, { run }]) => run === 'look'))('%s', (_name, field) =>
    withDevice(field, (device) => runLook(device, field)),
  );
});

describe('Sync with a device that people met', () => {
  it.each(CASES.filter(([, { run }]) => run === 'sync'))('%s', (_name, field) =>
    withDevice(field, (device) => runSync(device, field)),
  );
});

describe('any one list', () => {
  const WAYS: Record<string, FieldCase['answers'][string]> = {
    'is refused with a new challenge': { status: 401 },
    'is refused with a challenge of another realm': {
      ...{ status: 401, headers: { 'WWW-Authenticate': REALM_OF_ANOTHER } },
    },
    'is refused and counts tries': {
      ...{
        status: 401,
        body: '<userCheck><statusValue>401</statusValue><retryLoginTime>6</retryLoginTime></userCheck>',
      },
    },
    'is forbidden': { status: 403, body: LOW_PRIVILEGE },
    'is not found': { status: 404, body: '<html><body>404</body></html>' },
    'is no request it knows': { status: 400, body: '' },
    'breaks down': { status: 500, body: '' },
    'is busy for ever': { status: 503, body: '' },
    'comes too late': { afterMs: 12_000 },
    'is reset in the middle': { end: 'reset' },
    'ends in the middle': { end: 'close' },
    'is a page': { body: '<!DOCTYPE html><html><body>Login</body></html>' },
    'is garbage': { body: '\u0001\u0002<<<>' },
    'is empty': { body: '' },
    'is another document': { body: '<other/>' },
    'takes 5 s': { afterMs: 5_000 },
  };
  const MATRIX = Object.entries(LISTS).flatMap(([list, path]) =>
    Object.entries(WAYS)
      // That is the one address whose refusal is about the password.
      .filter(([, { status }]) => list !== 'userCheck' || status !== 401)
      .map(([way, answer]) => ({ list, way, answers: { [`GET ${path}`]: answer } })),
  );

  it.concurrent.each(MATRIX)('$list $way: the cameras by the others', async ({ answers }) => {
    const recorder = {
      cameras: [
        { id: '1', name: 'Gate', streams: [301, 302] },
        { id: '2', name: 'Yard', streams: [401, 402] },
      ],
      coax: 2,
    };
    await withDevice({ recorder, answers }, async (device) => {
      const result = await look(device);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      expect(camerasOf(result.value)).toEqual(['1: Coax 1', '2: Coax 2', '3: Gate', '4: Yard']);
      expect(device.failedLogins).toBe(0);
    });
  });

  it.concurrent.each(Object.entries(WAYS).filter(([, { status }]) => status !== 401))(
    '%s, like all of them: a failure that costs no login',
    async (way, answer) => {
      const recorder = { cameras: [{ id: '1', name: 'Gate' }] };
      await withDevice({ recorder, answers: { 'GET *': answer } }, async (device) => {
        expect((await look(device)).ok).toBe(way === 'takes 5 s');
        expect(device.failedLogins).toBe(0);
      });
    },
  );
});
