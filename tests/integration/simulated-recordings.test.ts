import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  calendarPath,
  calendarQuestion,
  parseDailyDistribution,
} from '../../src-main/app/isapi/endpoints/daily-distribution.ts';
import { NOTHING_FOUND, takePage } from '../../src-main/app/isapi/endpoints/found-pages.ts';
import {
  parseFoundPage,
  recordingSearch,
} from '../../src-main/app/isapi/endpoints/recording-search.ts';
import { HttpClient } from '../../src-main/app/isapi/http/http-client.ts';
import { SimulatedRecorder } from '../simulated-recorder/index.ts';
import { PATIENT } from '../support/patience.ts';

const PASSWORD = 'p@ss:w/rd #1%';
const SEARCH = '/ISAPI/ContentMgmt/search';
const MINUTE_MS = 60_000;
const at = (time: string): number => Date.parse(`${time}Z`);
const NOON = at('2026-07-15T12:00:00');

interface Page {
  position?: number;
  id?: string;
}

async function recorded() {
  const recorder = new SimulatedRecorder({ channels: 2, user: 'admin', password: PASSWORD });
  await recorder.start();
  onTestFinished(() => recorder.stop());
  const client = new HttpClient(
    {
      ...{ host: '127.0.0.1', port: recorder.httpPort, isHttps: false },
      ...{ username: 'admin', password: PASSWORD },
    },
    { trust: { pinnedFingerprint: null, canTrustFirstUse: false }, busyDelaysMs: [] },
  );
  const page = (fromMs: number, toMs: number, { position = 0, id = randomUUID() }: Page = {}) =>
    client.request({
      ...{ method: 'POST', path: SEARCH },
      body: recordingSearch({ id, channel: 1, fromMs, toMs, position }),
    });
  const find = async (fromMs: number, toMs: number) => {
    let found = NOTHING_FOUND;
    while (!found.isOver) {
      const answer = await page(fromMs, toMs, { position: found.position });
      const read = answer.ok ? parseFoundPage(answer.value.text) : answer;
      if (!read.ok) throw new Error(read.error.kind);
      found = takePage(found, read.value);
    }
    return found.pieces.map(({ start, end }) => `${start} ${end}`);
  };
  const days = async (year: number, month: number) => {
    const body = calendarQuestion(year, month);
    const answer = await client.request({ method: 'POST', path: calendarPath(1), body });
    return answer.ok ? parseDailyDistribution(answer.value.text) : answer;
  };
  return { recorder, page, find, days };
}

/** The clock of central Europe about a change, and three hours of footage with that in their middle. */
async function aboutChange(changeAt: string, minutesBefore: number, offsetMinutes: number) {
  const test = await recorded();
  const { recorder } = test;
  const atMs = at(changeAt);
  Object.assign(recorder.health.clock, { offsetMinutes, change: { atMs, minutesBefore } });
  const hourMs = 60 * MINUTE_MS;
  recorder.recordings.spans = [{ channel: 1, fromMs: atMs - hourMs, toMs: atMs + 2 * hourMs }];
  return test;
}

describe('what a simulated recorder has recorded', () => {
  it('is found page by page, the oldest first, each channel for itself', async () => {
    const { recorder, find } = await recorded();
    const spans = Array.from({ length: 100 }, (_, index) => {
      const fromMs = NOON - index * 2 * MINUTE_MS;
      return { channel: 1, fromMs, toMs: fromMs + MINUTE_MS };
    });
    recorder.recordings.spans = [...spans, { channel: 2, fromMs: NOON, toMs: NOON + MINUTE_MS }];
    const found = await find(at('2026-07-15T00:00:00'), at('2026-07-16T00:00:00'));
    expect(found).toHaveLength(100);
    expect(found).toEqual(found.toSorted());
    expect(found.at(-1)).toBe('2026-07-15T12:00:00Z 2026-07-15T12:01:00Z');
    expect(recorder.search.answered).toBe(3);
  });

  it.each([
    ['2026-03-29T01:00:00', 60, 120, '2026-03-29T01:00:00Z 2026-03-29T05:00:00Z'],
    ['2026-10-25T01:00:00', 120, 60, '2026-10-25T02:00:00Z 2026-10-25T04:00:00Z'],
  ])('about %s is told by its wall clock', async (change, before, after, told) => {
    const { find } = await aboutChange(change, before, after);
    const dayMs = at(`${change.slice(0, 10)}T00:00:00`);
    expect(await find(dayMs, dayMs + 24 * 60 * MINUTE_MS)).toEqual([told]);
  });

  it('is told in UTC where its clock is set so', async () => {
    const { recorder, find } = await aboutChange('2026-10-25T01:00:00', 120, 60);
    recorder.health.clock.recordings = 'utc';
    expect(await find(at('2026-10-25T00:00:00'), at('2026-10-26T00:00:00'))).toEqual([
      '2026-10-25T00:00:00Z 2026-10-25T03:00:00Z',
    ]);
  });

  it('has a calendar', async () => {
    const { recorder, days } = await recorded();
    const nearMidnight = at('2026-07-15T23:30:00');
    const toMs = nearMidnight + 10 * MINUTE_MS;
    recorder.recordings.spans = [{ channel: 1, fromMs: nearMidnight, toMs }];
    expect(await days(2026, 7)).toEqual({ ok: true, value: [15] });
    recorder.health.clock.offsetMinutes = 120;
    expect(await days(2026, 7)).toEqual({ ok: true, value: [16] });
    recorder.health.disks = [];
    expect(await days(2026, 7)).toEqual({ ok: true, value: [] });
    recorder.search.forbidden.add(1);
    expect(await days(2026, 7)).toMatchObject({ error: { kind: 'auth', reason: 'no-permission' } });
  });

  it('is not told to whoever asks for it wrongly, or may not', async () => {
    const { recorder, page } = await recorded();
    const hour = [NOON, NOON + 60 * MINUTE_MS] as const;
    expect(await page(...hour, { id: '42' })).toMatchObject({ error: { kind: 'bad-answer' } });
    expect(await page(NOON, NOON + 72 * 60 * MINUTE_MS)).toMatchObject({ error: { kind: 'busy' } });
    recorder.search.forbidden.add(1);
    expect(await page(...hour)).toMatchObject({ error: { kind: 'auth', reason: 'no-permission' } });
  });

  it('is searched once at a time', async () => {
    const { recorder, page } = await recorded();
    const search = () => page(NOON, NOON + MINUTE_MS);
    // It goes on until the recorder stops.
    recorder.search.takesMs = 60 * MINUTE_MS;
    void search();
    await expect.poll(() => recorder.search.underWay, PATIENT).toBe(1);
    expect(await search()).toMatchObject({ error: { kind: 'busy' } });
    recorder.search.whenBusy = 'deviceError';
    expect(await search()).toMatchObject({ error: { kind: 'busy' } });
    expect(recorder.search).toMatchObject({ turnedAway: 2, answered: 0 });
  });

  it('has addresses that nobody reaches, where it is such a recorder', async () => {
    const { recorder, page } = await recorded();
    const address = async () => {
      const answer = await page(Date.now() - MINUTE_MS, Date.now());
      return answer.ok ? /rtsp:\/\/[^/]+/.exec(answer.value.text)?.[0] : null;
    };
    expect(await address()).toBe(`rtsp://127.0.0.1:${recorder.rtspPort}`);
    recorder.search.address = 'wrong-port';
    expect(await address()).toBe('rtsp://127.0.0.1:80');
    recorder.search.address = 'wrong-host';
    expect(await address()).toBe(`rtsp://192.0.2.64:${recorder.rtspPort}`);
  });
});
