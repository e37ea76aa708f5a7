import { describe, expect, it } from 'vitest';
import { SESSIONS_PER_RECORDER } from '@contract/models/playback.ts';
import { ADMIN } from '../../src-main/app/access/actors.ts';
import { AT_DESK } from '../support/at-desk.ts';
import { build, CHANNELS, dial, opened, REAL, STREAM } from '../support/streams-under-test.ts';

describe('a lease', () => {
  it('that nobody has gets nothing', async () => {
    const site = await build();
    await opened(site);
    expect(await dial(site, `rtsp://127.0.0.1:1/${'0'.repeat(32)}`)).toBeNull();
  });

  it('is held by whoever opened it, and goes over to who is at the desk then', async () => {
    const site = await build();
    const source = await opened(site);
    const lease = site.recorders.get(1)?.streams.all()[0];
    expect(lease?.holders).toEqual([AT_DESK]);
    site.streams.handOver(ADMIN);
    expect(lease?.holders).toEqual([{ ...AT_DESK, actor: ADMIN }]);
    expect(await dial(site, source)).toEqual(REAL);
  });

  it('ends at once when who is at the desk now may not watch it', async () => {
    const site = await build();
    const source = await opened(site);
    const other = await opened(site, 'nvr1-ch4-sub');
    const lease = site.recorders.get(1)?.streams.all()[0];
    site.streams.handOver({
      name: 'half blind',
      may: (_permission, { streams = [] } = {}) => !streams.includes(STREAM),
    });
    expect(site.gateway.ended).toEqual([lease?.id]);
    expect(await dial(site, source)).toBeNull();
    expect(await dial(site, other)).toMatchObject({ path: '/402' });
  });

  it('is dialled for nobody once its viewers have left, until one opens it anew', async () => {
    const site = await build();
    const source = await opened(site);
    await site.streams.open(STREAM, { ...AT_DESK, viewer: 2 });
    site.streams.leave(AT_DESK.viewer, [STREAM, 'nvr9-ch1-sub', 'no name of ours']);
    expect(await dial(site, source)).toEqual(REAL);
    site.sessions.get(source)?.report('untold');
    site.streams.forgetViewer(2);
    expect(await dial(site, source)).toBeNull();
    await opened(site);
    expect(await dial(site, source)).toEqual(REAL);
  });

  it('gets nothing once the streams have stopped', async () => {
    const site = await build();
    const source = await opened(site);
    await site.streams.stop();
    expect(await dial(site, source)).toBeNull();
  });
});

describe('the sessions of a recorder', () => {
  const SLOW = { timeout: 20_000 };

  it('are 32 at most, pictures and sound together, until one has ended', SLOW, async () => {
    const site = await build();
    const names = Array.from({ length: CHANNELS }, (_, index) => `nvr1-ch${index + 1}-main`);
    const all = [...names, ...names.map((name) => `${name}-sound`)];
    expect(all).toHaveLength(SESSIONS_PER_RECORDER);
    for (const name of all) expect(await dial(site, await opened(site, name))).not.toBeNull();
    const beyond = await opened(site);
    expect(await dial(site, beyond)).toBe('sessions-used');

    const waiting = dial(site, beyond);
    [...site.sessions.values()][3]?.report('untold');
    expect(await waiting).toEqual(REAL);
    expect(site.recorders.get(1)?.streams.budget.used).toBe(SESSIONS_PER_RECORDER);
  });

  it('are free again at once when nobody waits for a dial that is under way', async () => {
    const site = await build();
    const budget = site.recorders.get(1)?.streams.budget;
    const source = await opened(site);
    let answer: () => void = () => undefined;
    site.recorder.patience = new Promise<void>((resolve) => (answer = resolve));
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const asked = dial(site, source);
    await expect.poll(() => budget?.used).toBe(1);
    site.streams.leave(AT_DESK.viewer, [STREAM]);
    expect(budget?.used).toBe(0);
    expect(site.gateway.ended).toHaveLength(1);
    // Opened anew, it is another dial, which the first one's end does not touch.
    await opened(site);
    answer();
    expect(await asked).toBeNull();
    expect(await dial(site, source)).toEqual(REAL);
    expect(budget?.used).toBe(1);
    expect(site.failures).toEqual([]);
  });

  it('are not used up by dials that are refused', async () => {
    const site = await build();
    const source = await opened(site);
    site.recorder.verdict = { state: 'unreachable' };
    await site.login.recheck();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await dial(site, source)).toBe('unreachable');
    expect(site.recorders.get(1)?.streams.budget.used).toBe(0);
  });
});
