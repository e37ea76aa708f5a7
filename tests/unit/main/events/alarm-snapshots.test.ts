import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventsChanged, JournalRow } from '@contract/models/events/journal.ts';
import { AlarmSnapshots } from '../../../../src-main/app/events/pictures/alarm-snapshots.ts';
import { Emitter } from '../../../../src-main/app/lifecycle/emitter.ts';
import { eventRow } from '../../../support/event-row.ts';
import { recordLog } from '../../../support/recorded-log.ts';

const JPEG = new Uint8Array([0xff, 0xd8, 0xff]);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const row = (id: number, entries: Partial<JournalRow> = {}): JournalRow => ({
  ...{ ...eventRow({ id }), hasPicture: false },
  ...entries,
});

async function watching(answer: () => Promise<Uint8Array | null> = () => Promise.resolve(JPEG)) {
  const changed = new Emitter<EventsChanged>();
  const pictured = new Set<number>();
  const kept: number[] = [];
  const asked = { channels: [] as number[], atOnce: 0, most: 0 };
  const snapshots = new AlarmSnapshots({
    ...{ changed, ...recordLog(), hasPicture: (id) => pictured.has(id) },
    ask: async (_nvr, channel) => {
      asked.channels.push(channel);
      asked.most = Math.max(asked.most, (asked.atOnce += 1));
      return answer().finally(() => (asked.atOnce -= 1));
    },
    keep: (id) => kept.push(id),
  });
  await snapshots.start();
  const tell = (...rows: JournalRow[]): void => {
    const summary = { unacknowledged: 0, open: [], highest: null, unwritten: 0 };
    changed.emit({ rows: rows.toReversed(), isComplete: true, summary });
  };
  return { tell, kept, asked, pictured, snapshots };
}

describe('an alarm', () => {
  it('gets a snapshot of its camera, once, however often it is told of', async () => {
    const { tell, kept, asked } = await watching();
    tell(row(1, { channel: 4 }));
    tell(row(1, { channel: 4, count: 2 }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect([kept, asked.channels]).toEqual([[1], [4]]);
  });

  it('whose own picture comes meanwhile needs none', async () => {
    const { tell, asked, pictured } = await watching();
    tell(row(1));
    pictured.add(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.channels).toEqual([]);
  });

  it.each<[string, Partial<JournalRow>]>([
    ['that is only logged', { severity: 'log' }],
    ['that is history', { isHistory: true }],
    ['of the NVR itself', { cameraId: null, channel: null }],
    ['that the app found out', { deviceType: '' }],
    ['of a camera that sends no picture', { type: 'video-loss' }],
    ['with a picture', { hasPicture: true }],
  ])('%s gets none', async (_what, entries) => {
    const { tell, asked } = await watching();
    tell(row(1, entries));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.channels).toEqual([]);
  });
});

it('a recorder is asked one at a time and six times a minute, and goes on after one that fails', async () => {
  let turn = 0;
  const { tell, kept, asked } = await watching(async () => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    turn += 1;
    if (turn === 1) throw new Error('reset');
    return JPEG;
  });
  for (let id = 1; id <= 40; id += 1) {
    tell(row(id));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(asked.most).toBe(1);
  expect(asked.channels).toHaveLength(6);
  expect(kept).toHaveLength(5);
  await vi.advanceTimersByTimeAsync(60_000);
  tell(row(41));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(kept).toContain(41);
});

it('nothing is asked or kept after the end', async () => {
  const { tell, kept, snapshots } = await watching();
  tell(row(1));
  await snapshots.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(kept).toEqual([]);
});
