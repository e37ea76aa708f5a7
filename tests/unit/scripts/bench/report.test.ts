import { describe, expect, it } from 'vitest';
import type { MeasureName } from '../../../../scripts/bench/measures.ts';
import { makeRows, renderReport, type Row } from '../../../../scripts/bench/report.ts';

function rowOf(rows: Row[], measure: MeasureName): Row {
  const row = rows.find((one) => one.measure === measure);
  if (!row) throw new Error(`no row for ${measure}`);
  return row;
}

function verdicts(row: Row): string[] {
  return row.goals.map(({ verdict }) => verdict);
}

describe('the rows of the report', () => {
  it('compare medians, not single values', () => {
    const rows = makeRows({
      ours: { warmTurn: [900, 100, 110] },
      iframes: { warmTurn: [3000, 880, 2000] },
    });
    const row = rowOf(rows, 'warmTurn');
    expect(row.values.ours).toEqual({ median: 110, min: 100, max: 900, count: 3 });
    expect(row.ratios.iframes).toBeCloseTo(0.055);
    expect(verdicts(row)).toEqual(['pass']);
  });

  it.each<[MeasureName, number, number, string[]]>([
    ['warmTurn', 126, 1000, ['miss']],
    ['warmTurn', 125, 1000, ['pass']],
    ['fullscreenBlank', 0, 500, ['pass']],
    ['fullscreenBlank', 17, 500, ['miss']],
    ['framesShown', 97.9, 17, ['miss']],
    ['framesShown', 98, 17, ['pass']],
    ['lag', 401, 1000, ['pass', 'miss']],
    ['lag', 400, 700, ['miss', 'pass']],
  ])('%s of %d beside %d: %o', (measure, ours, iframes, expected) => {
    const rows = makeRows({ ours: { [measure]: [ours] }, iframes: { [measure]: [iframes] } });
    expect(verdicts(rowOf(rows, measure))).toEqual(expected);
  });

  it('leave open what cannot be known', () => {
    const rows = makeRows({ ours: { cpuPerFrame: [3] }, iframes: { cpuPerFrame: [31] } });
    expect(verdicts(rowOf(rows, 'cpuPerFrame'))).toEqual(['pass', 'unknown']);
    expect(verdicts(rowOf(makeRows({}), 'warmTurn'))).toEqual(['unknown']);
  });

  it('divide by nothing that is 0', () => {
    const rows = makeRows({ ours: { fullscreenBlank: [0] }, iframes: { fullscreenBlank: [0] } });
    expect(rowOf(rows, 'fullscreenBlank').ratios).toEqual({});
  });
});

it('the printed report says for each row what it means', () => {
  const rows = makeRows({ ours: { lag: [133.3, 200] }, iframes: { lag: [1000] } });
  const text = renderReport(rows);
  expect(text).toContain('167 (133 to 200 of 2)');
  expect(text).toContain('<= 0.5 x iframes: PASS, <= 400 ms: PASS');
  for (const { title, meaning } of rows) expect(text).toContain(`- ${title}: ${meaning}`);
});
