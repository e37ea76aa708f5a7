import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '@contract/result.ts';
import { HEALTH_TIMES } from '../../../../src-main/app/health/watch/health-times.ts';
import {
  HealthWatch,
  type HealthWatchOptions,
} from '../../../../src-main/app/health/watch/health-watch.ts';
import type { IsapiError } from '../../../../src-main/app/isapi/isapi-error.ts';
import { recordLog } from '../../../support/recorded-log.ts';
import { nvr } from '../../renderer/cameras/entries.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const BODIES: Readonly<Record<string, string>> = {
  '/ISAPI/ContentMgmt/InputProxy/channels/status': '<InputProxyChannelStatusList/>',
  '/ISAPI/ContentMgmt/Storage': '<storage/>',
  '/ISAPI/System/status': '<DeviceStatus/>',
  '/ISAPI/System/time': '<Time><localTime>2026-11-28T14:00:00+01:00</localTime></Time>',
  '/ISAPI/System/deviceInfo':
    '<DeviceInfo><serialNumber>S</serialNumber><firmwareVersion>V</firmwareVersion></DeviceInfo>',
  '/ISAPI/ContentMgmt/search': '<CMSearchResult/>',
};

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 28, 13) }));
afterEach(() => void vi.useRealTimers());

/** A recorder that answers at once, as long as `error` is null. */
function watching(layout: 'hikvision' | 'dahua' = 'hikvision') {
  const asked: { path: string; atMs: number }[] = [];
  const recorder = { isAccepted: true, error: null as IsapiError | null };
  const ask: HealthWatchOptions['recorder']['ask'] = ({ path }) => {
    asked.push({ path, atMs: performance.now() });
    const { error } = recorder;
    const text = BODIES[path] ?? '';
    const rest = { status: 200, isSigned: true, challenges: [], location: null, fingerprint: null };
    return Promise.resolve(error === null ? ok({ ...rest, text }) : err(error));
  };
  const watch = new HealthWatch({
    recorder: {
      nvr: nvr(1, 'Gate', { layout: { kind: layout } }),
      login: recorder as unknown as HealthWatchOptions['recorder']['login'],
      ask,
    },
    about: () => ({ analogInputs: 0, channels: [1], ownMinutes: 60 }),
    times: HEALTH_TIMES,
    onTold: () => undefined,
    log: recordLog().log,
  });
  const pauses = (): number[] =>
    asked.slice(1).map(({ atMs }, at) => atMs - (asked[at]?.atMs ?? 0));
  const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
  return { watch, asked, recorder, pauses, pass };
}

describe('a recorder', () => {
  it('is asked one question a minute at most, all day, each in its turn', async () => {
    const { watch, asked, pauses, pass } = watching();
    await watch.start();
    await pass(24 * HOUR_MS);
    await watch.stop();
    expect(Math.min(...pauses())).toBeGreaterThanOrEqual(MINUTE_MS);
    expect(asked.length).toBeGreaterThan(1_200);
    const count = (path: string): number => asked.filter((each) => each.path === path).length;
    const [cameras = '', ...others] = Object.keys(BODIES);
    expect(count(cameras)).toBeGreaterThan(asked.length / 2);
    for (const path of others) expect(count(path), path).toBeGreaterThan(0);
    expect(count('/ISAPI/System/deviceInfo')).toBe(1);
    const before = asked.length;
    await pass(HOUR_MS);
    expect(asked).toHaveLength(before);
  });

  it('is asked nothing while its login is not accepted, and soon after it is', async () => {
    const { watch, asked, recorder, pass } = watching();
    recorder.isAccepted = false;
    await watch.start();
    await pass(HOUR_MS);
    expect(asked).toEqual([]);
    recorder.isAccepted = true;
    watch.wake();
    await pass(HEALTH_TIMES.spreadMs);
    expect(asked).toHaveLength(1);
    for (let wakes = 0; wakes < 20; wakes += 1) watch.wake();
    await pass(MINUTE_MS - HEALTH_TIMES.spreadMs);
    expect(asked).toHaveLength(1);
    await watch.stop();
  });

  it('that does not answer is asked ever more slowly, and as before once it does', async () => {
    const { watch, asked, recorder, pauses, pass } = watching();
    recorder.error = { kind: 'timeout' };
    await watch.start();
    await pass(2 * HOUR_MS);
    expect(asked.length).toBeLessThan(15);
    expect(pauses().at(-1)).toBeGreaterThanOrEqual(16 * MINUTE_MS);
    expect(watch.told.lastError?.fault).toBe('unreachable');
    recorder.error = null;
    await pass(HOUR_MS);
    expect(pauses().at(-1)).toBeLessThan(2 * MINUTE_MS);
    await watch.stop();
  });

  it('that knows nothing of health is asked for each thing once, and again after hours', async () => {
    const { watch, asked, recorder, pass } = watching();
    recorder.error = { kind: 'not-supported' };
    await watch.start();
    await pass(5 * HOUR_MS);
    expect(new Set(asked.map(({ path }) => path)).size).toBe(asked.length);
    expect(watch.told).toMatchObject({ lastError: null, toldAtMs: null });
    const once = asked.length;
    await pass(2 * HOUR_MS);
    expect(asked).toHaveLength(2 * once);
    await watch.stop();
  });

  it('of another make is asked nothing', async () => {
    const { watch, asked, pass } = watching('dahua');
    await watch.start();
    await pass(HOUR_MS);
    expect(asked).toEqual([]);
    await watch.stop();
  });
});
