import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src-main/app/db/database.ts';
import { insertCameras } from '../../src-main/app/db/repositories/camera-repository.ts';
import { deleteNvr, insertNvr } from '../../src-main/app/db/repositories/nvr-repository.ts';
import { CredentialGate } from '../../src-main/app/gate/credential-gate.ts';
import { Go2rtcClient } from '../../src-main/app/go2rtc/go2rtc-client.ts';
import { StreamService } from '../../src-main/app/streams/stream-service.ts';
import { namesOf } from '../support/go2rtc-api.ts';
import { LockableSecretStore } from '../support/lockable-secret-store.ts';
import { recordLog } from '../support/recorded-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CHANNELS = 10;

/** A go2rtc that only remembers: it takes streams when it is allowed to, refuses what it is told to, and forgets at once. */
class RememberedStreams extends Go2rtcClient {
  readonly sources = new Map<string, string>();
  readonly refused = new Set<string>();
  gate: Promise<void> = Promise.resolve();
  asked = 0;

  override async putStream(name: string, source: string): Promise<void> {
    this.asked += 1;
    await this.gate;
    if (this.refused.has(name)) throw new Error('go2rtc answered 400 to PATCH /api/streams');
    this.sources.set(name, source);
  }

  override async deleteStream(name: string): Promise<void> {
    this.sources.delete(name);
  }

  get names(): string[] {
    return [...this.sources.keys()].sort();
  }
}

async function build() {
  const { db } = await openDatabase(path.join(await tempFolder(), 'opus.sqlite'));
  onTestFinished(() => db.destroy());
  const secrets = new LockableSecretStore();
  const { log, redactor, lines } = recordLog();
  const gate = new CredentialGate({ db, verify: async () => ({ state: 'accepted' }), log });
  const streams = new StreamService({ db, secrets, gate, log, redactor });
  const addNvr = async (host: string) => {
    const nvr = await insertNvr(db, {
      ...{ name: host, host, rtsp_port: 554, http_port: 80, username: 'admin' },
      ...{ secret_account: host, max_channels: CHANNELS },
    });
    const channels = Array.from({ length: CHANNELS }, (_, index) => index + 1);
    await insertCameras(
      db,
      channels.map((channel) => ({
        ...{ nvr_id: nvr.id, channel, name: `Camera ${channel}`, position: channel },
        ...{ main_path: `/${channel}01`, sub_path: `/${channel}02` },
      })),
    );
    await secrets.set(host, `password of ${host}`);
    await gate.admit(nvr, `password of ${host}`);
    return nvr;
  };
  return { db, secrets, streams, lines, addNvr, client: new RememberedStreams(1, 'token') };
}

describe('registering all recorders', () => {
  it('gives every stream the password of its own recorder, encoded', async () => {
    const { streams, addNvr, client } = await build();
    const first = await addNvr('10.0.0.1');
    const second = await addNvr('10.0.0.2');
    await streams.registerAll(client);
    expect(client.names).toEqual(
      [...namesOf(first.id, CHANNELS), ...namesOf(second.id, CHANNELS)].sort(),
    );
    expect(client.sources.get(`nvr${second.id}-ch3-sub`)).toBe(
      'rtsp://admin:password%20of%2010.0.0.2@10.0.0.2:554/302#media=video#backchannel=0#gop=1',
    );
  });

  it('does not let one recorder wait for the keychain entry of another', async () => {
    const { streams, addNvr, secrets, client } = await build();
    await addNvr('10.0.0.1');
    const second = await addNvr('10.0.0.2');
    const get = secrets.get.bind(secrets);
    let unlock: () => void = () => undefined;
    const locked = new Promise<void>((resolve) => (unlock = resolve));
    secrets.get = async (account) => {
      if (account === '10.0.0.1') await locked;
      return get(account);
    };
    const all = streams.registerAll(client);
    await expect.poll(() => client.names).toEqual(namesOf(second.id, CHANNELS));
    unlock();
    await all;
    expect(client.names).toHaveLength(4 * CHANNELS);
  });

  it('goes on after a recorder without a password, and says which one it is', async () => {
    const { streams, addNvr, secrets, client, lines } = await build();
    await addNvr('10.0.0.1');
    const second = await addNvr('10.0.0.2');
    await secrets.delete('10.0.0.1');
    await streams.registerAll(client);
    expect(client.names).toEqual(namesOf(second.id, CHANNELS));
    expect(lines).toEqual([expect.stringMatching(/^warn no password .*nvr: 1/)]);
  });

  it('leaves no stream out because another one was refused, and shows no source in the log', async () => {
    const { streams, addNvr, client, lines } = await build();
    const nvr = await addNvr('10.0.0.1');
    client.refused.add('nvr1-ch1-main').add('nvr1-ch5-sub');
    await streams.registerAll(client);
    expect(client.names).toEqual(
      namesOf(nvr.id, CHANNELS).filter((name) => !client.refused.has(name)),
    );
    expect(lines.join()).toContain('2 of 20 streams failed');
    expect(lines.join()).not.toMatch(/rtsp:|password%20of/);
  });

  it('needs the keychain only once', async () => {
    const { streams, addNvr, secrets, client } = await build();
    const nvr = await addNvr('10.0.0.1');
    await streams.registerAll(client);
    secrets.isLocked = true;
    const next = new RememberedStreams(2, 'token');
    await streams.registerAll(next);
    expect(next.names).toEqual(namesOf(nvr.id, CHANNELS));
  });
});

describe('a removal', () => {
  it('is not overtaken by the registration it undoes', async () => {
    const { db, streams, addNvr, client } = await build();
    const nvr = await addNvr('10.0.0.1');
    let open: () => void = () => undefined;
    client.gate = new Promise((resolve) => (open = resolve));
    const registered = streams.registerAll(client);
    await expect.poll(() => client.asked).toBeGreaterThan(0);
    await deleteNvr(db, nvr.id);
    const removed = streams.unregister(client, nvr.id, namesOf(nvr.id, CHANNELS));
    open();
    await Promise.all([registered, removed]);
    expect(client.names).toEqual([]);
  });

  it('while the password is being read leaves nothing to register', async () => {
    const { db, streams, addNvr, secrets, client, lines } = await build();
    const nvr = await addNvr('10.0.0.1');
    const get = secrets.get.bind(secrets);
    secrets.get = async (account) => {
      await deleteNvr(db, nvr.id);
      await streams.unregister(client, nvr.id, namesOf(nvr.id, CHANNELS));
      return get(account);
    };
    await streams.registerAll(client);
    expect(client.names).toEqual([]);
    // Nor is it kept in memory: asked again, the service finds none.
    await streams.register(client, nvr);
    expect(lines).toEqual([expect.stringContaining('no password in the keychain')]);
  });

  it('takes the password out of memory', async () => {
    const { streams, addNvr, secrets, client, lines } = await build();
    const nvr = await addNvr('10.0.0.1');
    await streams.registerAll(client);
    await streams.unregister(client, nvr.id, namesOf(nvr.id, CHANNELS));
    expect(client.names).toEqual([]);
    secrets.isLocked = true;
    await streams.register(client, nvr);
    expect(client.names).toEqual([]);
    expect(lines.join()).toContain('locked');
  });
});
