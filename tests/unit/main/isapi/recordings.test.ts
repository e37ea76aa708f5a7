import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarPath,
  parseDailyDistribution,
} from '../../../../src-main/app/isapi/endpoints/daily-distribution.ts';
import {
  type FoundSoFar,
  NOTHING_FOUND,
  takePage,
} from '../../../../src-main/app/isapi/endpoints/found-pages.ts';
import { SimulatedSearch } from '../../../simulated-recorder/recordings/simulated-search.ts';

const MINUTE_MS = 60_000;
const spansOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const fromMs = index * MINUTE_MS;
    return { channel: 1, fromMs, toMs: fromMs + MINUTE_MS };
  });

/** Asks page after page, as often as there are pieces and twice more: it must be over then. */
function search(device: SimulatedSearch, count: number): FoundSoFar & { asked: number } {
  const recorded = spansOf(count);
  let found = NOTHING_FOUND;
  let asked = 0;
  for (; !found.isOver && asked < count + 2; asked += 1) {
    const { spans, isMore } = device.page(recorded, found.position);
    const pieces = spans.map(({ fromMs, toMs }) => ({ start: String(fromMs), end: String(toMs) }));
    found = takePage(found, { pieces, isMore });
  }
  return { ...found, asked };
}

const starts = ({ pieces }: FoundSoFar) => pieces.map(({ start }) => Number(start));

describe('a search of several pages', () => {
  const devices = fc.record({
    pageSize: fc.integer({ min: 1, max: 64 }),
    isMoreAtEnd: fc.boolean(),
    counts: fc.constantFrom('page', 'total'),
  });

  it('tells each piece once and in order, whatever the pages are', () => {
    fc.assert(
      fc.property(devices, fc.integer({ min: 0, max: 500 }), (quirks, count) => {
        const found = search(Object.assign(new SimulatedSearch(), quirks), count);
        expect(starts(found)).toEqual(spansOf(count).map(({ fromMs }) => fromMs));
        expect(found).toMatchObject({ isOver: true, isWhole: true });
        expect(found.asked).toBeLessThanOrEqual(Math.ceil(count / quirks.pageSize) + 1);
      }),
    );
  });

  it('ends where the device gives the same page again, and is known not to be whole', () => {
    const found = search(Object.assign(new SimulatedSearch(), { isStuck: true }), 100);
    expect(found).toMatchObject({ asked: 2, isOver: true, isWhole: false });
    expect(found.pieces).toHaveLength(40);
  });

  it('ends at what recorders find at most', () => {
    const found = search(new SimulatedSearch(), 4100);
    expect(found).toMatchObject({ asked: 100, isOver: true, isWhole: false });
  });

  it('knows the piece that has grown since the page before', () => {
    const first = takePage(NOTHING_FOUND, { pieces: [{ start: 'a', end: 'b' }], isMore: true });
    const again = takePage(first, {
      ...{ pieces: [...[{ start: 'a', end: 'c' }], { start: 'd', end: 'e' }], isMore: false },
    });
    expect(again.pieces.map(({ start }) => start)).toEqual(['a', 'd']);
  });
});

describe('the calendar of a month', () => {
  it.each([
    [
      `<trackDailyDistribution><dayList><day><id>1</id><dayOfMonth>1</dayOfMonth><record>true</record><recordType>time</recordType></day>
        <day><id>2</id><dayOfMonth>2</dayOfMonth><record>false</record></day><day><id>3</id><record>true</record></day></dayList></trackDailyDistribution>`,
      [1, 3],
    ],
    ['<trackDailyDistribution><dayList> </dayList></trackDailyDistribution>', []],
    [
      '<trackDailyDistribution><dayList><day><dayOfMonth>32</dayOfMonth><record>true</record></day><day><dayOfMonth>0</dayOfMonth><record>true</record></day></dayList></trackDailyDistribution>',
      [],
    ],
  ])('has the days with recordings: %#', (body, value) => {
    expect(parseDailyDistribution(body)).toEqual({ ok: true, value });
  });

  it('is that of the main stream', () => {
    expect(calendarPath(12)).toBe('/ISAPI/ContentMgmt/record/tracks/1201/dailyDistribution');
  });
});
