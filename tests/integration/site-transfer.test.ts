import { message } from '@contract/messages.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { KeytarSecretStore } from '../../src-main/app/secrets/keytar-secret-store.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { AT_DESK } from '../support/at-desk.ts';
import { createApp, filledIn, startApp, type AppUnderTest } from '../support/app-under-test.ts';
import { firstFrame } from '../support/first-frame.ts';
import { keychainEntries } from '../support/keychain-entries.ts';
import { PATIENT } from '../support/patience.ts';
import { openRaw, siteRows } from '../support/raw-database.ts';
import {
  filledStation,
  importAt,
  PASSPHRASE,
  PASSWORD,
  station,
  STATION,
  valueOf,
  VIEW,
  type Station,
} from '../support/site-station.ts';
import { spellings } from '../support/spellings.ts';

/** What the wall would show, without this computer's own numbers. */
async function wall({ nvrs }: AppUnderTest): Promise<unknown[]> {
  const names = new Map((await nvrs.listNvrs()).map((nvr) => [nvr.id, nvr.name]));
  return (await nvrs.listCameras()).map(
    ({ nvrId, channel, name, isEnabled, quality, notes, streams }) => [
      ...[names.get(nvrId), channel, name, isEnabled, quality, notes, streams.sub !== null],
    ],
  );
}

describe('a site on another computer', () => {
  it('is the same as before, passwords and order included', async () => {
    const [from, to] = [await filledStation(), await station()];
    const text = valueOf(await from.transfer.export(PASSPHRASE, STATION));
    const preview = valueOf(await to.transfer.preview(text));
    expect(preview).toMatchObject({
      nvrs: [
        { name: 'Gate', host: '10.0.0.1', cameras: 3, isHere: false },
        { name: 'Yard', host: '10.0.0.2', cameras: 2, isHere: false },
      ],
      passwords: 2,
    });
    let changes = 0;
    to.recorders.rowsChanged.on(() => (changes += 1));
    expect(await importAt(to, text, PASSPHRASE)).toEqual({
      ok: true,
      value: { nvrs: 2, cameras: 5, passwords: 2, view: VIEW },
    });
    expect(changes).toBeGreaterThan(0);
    expect(await wall(to)).toEqual(await wall(from));
    const facts = async (app: Station) =>
      (await app.nvrs.listNvrs()).map(({ login: _, sinceMs: _since, ...nvr }) => nvr);
    expect(await facts(to)).toEqual(await facts(from));
    expect([...to.keychain.entries.values()]).toEqual([PASSWORD, `2${PASSWORD}`]);
    const [, , , unused] = siteRows(openRaw(to));
    expect(unused).toEqual([]);
    expect(to.lines.join('\n')).not.toContain(PASSPHRASE);
  });

  it('goes there without passwords, too', async () => {
    const [from, to] = [await filledStation(), await station()];
    const text = valueOf(await from.transfer.export(null, STATION));
    expect(valueOf(await to.transfer.preview(text)).passwords).toBe(0);
    expect(await importAt(to, text, null)).toMatchObject({ value: { nvrs: 2, passwords: 0 } });
    expect(to.keychain.entries.size).toBe(0);
    expect(await wall(to)).toEqual(await wall(from));
  });

  it('takes single cameras along, also those that ask for no login', async () => {
    const [from, to] = [await station(), await station()];
    const camera = { name: 'Door', mainUrl: 'rtsp://10.0.0.9/live', subUrl: '' };
    await from.singles.add({ ...camera, username: '', password: '' });
    await from.singles.add({
      ...{ ...camera, name: 'Roof', mainUrl: 'rtsp://10.0.0.9/roof', subUrl: 'rtsp://10.0.0.9/s' },
      ...{ username: 'admin', password: PASSWORD },
    });
    const text = valueOf(await from.transfer.export(PASSPHRASE, STATION));
    expect(await importAt(to, text, PASSPHRASE)).toMatchObject({
      value: { nvrs: 2, cameras: 2, passwords: 1 },
    });
    expect(await wall(to)).toEqual(await wall(from));
    expect([...to.keychain.entries.values()]).toEqual([PASSWORD]);
    const withoutLogin = siteRows(openRaw(to))[0]?.[0] as { secret_account: string };
    expect(withoutLogin.secret_account).toMatch(/^none-/);
  });

  it('may leave the passwords of its file unopened', async () => {
    const [from, to] = [await filledStation(), await station()];
    const text = valueOf(await from.transfer.export(PASSPHRASE, STATION));
    expect(await importAt(to, text, null)).toMatchObject({ value: { nvrs: 2, passwords: 0 } });
    expect(to.keychain.entries.size).toBe(0);
  });

  it('joins what is there: after it, without touching it', async () => {
    const [from, to] = [await filledStation(), await station()];
    await to.nvrs.add(
      filledIn({ name: 'Old', host: '10.0.0.2', password: 'old one', maxChannels: 1 }),
    );
    const text = valueOf(await from.transfer.export(PASSPHRASE, STATION));
    const before = await wall(to);
    expect(valueOf(await to.transfer.preview(text)).nvrs.map(({ isHere }) => isHere)).toEqual([
      ...[false, true],
    ]);
    expect(await importAt(to, text, PASSPHRASE)).toMatchObject({
      value: { nvrs: 1, cameras: 3, passwords: 1, view: null },
    });
    const after = await wall(to);
    expect(after.slice(0, 1)).toEqual(before);
    expect(after.slice(1).map((camera) => (camera as unknown[]).slice(0, 2))).toEqual([
      ...[
        ['Gate', 3],
        ['Gate', 2],
        ['Gate', 1],
      ],
    ]);
    expect([...to.keychain.entries.values()]).toEqual(['old one', PASSWORD]);
    expect(await importAt(to, text, PASSPHRASE)).toMatchObject({ value: { nvrs: 0, cameras: 0 } });
  });

  it('plays with the passwords of the file, from the real keychain', async () => {
    const recorder = new SimulatedRecorder({ channels: 2, user: 'admin', password: PASSWORD });
    await recorder.start();
    onTestFinished(() => recorder.stop());
    const secrets = new KeytarSecretStore();
    const ports = { rtspPort: recorder.rtspPort, httpPort: recorder.httpPort };
    const from = await createApp({ secrets });
    await from.nvrs.add(filledIn({ ...ports, password: PASSWORD, maxChannels: 2 }));
    const text = valueOf(await from.transfer.export(PASSPHRASE, STATION));
    const inKeychain = await keychainEntries(PASSWORD);

    const to = await startApp({ secrets });
    const { previewId } = valueOf(await to.transfer.preview(text));
    expect(await to.transfer.import({ previewId, passphrase: PASSPHRASE })).toMatchObject({
      ok: true,
    });
    expect(await keychainEntries(PASSWORD)).toBe(inKeychain + 1);
    const [nvr] = await to.nvrs.listNvrs();
    const state = async () => (await to.nvrs.listNvrs())[0]?.login.state;
    await expect.poll(state, PATIENT).toBe('accepted');
    const stream = `nvr${nvr?.id ?? 0}-ch2-main`;
    expect(await to.streams.open(stream, AT_DESK)).toBe(true);
    await (await firstFrame(to.client(), stream)).close();
    expect(recorder.counters.failedLogins).toEqual({ rtsp: 0, http: 0 });
  });
});

describe('an export', () => {
  it.each([null, PASSPHRASE])(
    'holds no password in any spelling (passphrase %j)',
    async (passphrase) => {
      const from = await filledStation();
      const text = valueOf(await from.transfer.export(passphrase, STATION));
      for (const spelling of spellings(PASSWORD)) expect(text).not.toContain(spelling);
      expect(text).not.toContain(PASSPHRASE);
      for (const account of from.keychain.entries.keys()) expect(text).not.toContain(account);
    },
  );

  it('without a password in the keychain names the recorder', async () => {
    const from = await filledStation();
    const [account = ''] = from.keychain.entries.keys();
    await from.keychain.delete(account);
    expect(await from.transfer.export(PASSPHRASE, STATION)).toMatchObject({
      error: {
        code: 'invalid-request',
        message: message('passwords-missing', { names: ['Gate'], more: 0 }),
      },
    });
    expect(await from.transfer.export(null, STATION)).toMatchObject({ ok: true });
  });

  it('with a locked keychain says so', async () => {
    const from = await filledStation();
    from.keychain.isLocked = true;
    expect(await from.transfer.export(PASSPHRASE, STATION)).toMatchObject({
      error: {
        code: 'keychain-unavailable',
        message: { key: 'password-unreadable', parameters: { name: 'Gate' } },
      },
    });
  });
});
