import {
  type Goal,
  type Measure,
  MEASURES,
  type Samples,
  SUBJECTS,
  type SubjectName,
} from './measures.ts';
import { type Summary, summarize } from './statistics.ts';
import { renderTable } from './table.ts';

/** What became of a goal; unknown where one side was not measured. */
export type Verdict = 'pass' | 'miss' | 'unknown';

/** One row of the report, ready to be printed or stored. */
export interface Row {
  measure: string;
  title: string;
  unit: string;
  meaning: string;
  values: Partial<Record<SubjectName, Summary>>;
  /** The median of ours divided by that of each other subject, where that is not 0. */
  ratios: Partial<Record<SubjectName, number>>;
  goals: { text: string; verdict: Verdict }[];
}

/** One row for each measure. */
export function makeRows(samples: Partial<Record<SubjectName, Samples>>): Row[] {
  return Object.entries(MEASURES).map(([name, measure]) => {
    const values: Row['values'] = {};
    for (const subject of SUBJECTS) {
      const summary = summarize(samples[subject]?.[name as keyof typeof MEASURES] ?? []);
      if (summary) values[subject] = summary;
    }
    const { title, unit, meaning, goals } = measure as Measure;
    const judged = goals.map((goal) => ({
      text: textOf(goal, unit),
      verdict: judge(goal, values),
    }));
    return { measure: name, title, unit, meaning, values, ratios: ratiosOf(values), goals: judged };
  });
}

function ratiosOf(values: Row['values']): Row['ratios'] {
  const ratios: Row['ratios'] = {};
  for (const subject of SUBJECTS) {
    const other = values[subject]?.median ?? 0;
    if (subject === 'ours' || other === 0 || !values.ours) continue;
    ratios[subject] = values.ours.median / other;
  }
  return ratios;
}

function judge(goal: Goal, values: Row['values']): Verdict {
  const ours = values.ours?.median;
  const base = goal.kind === 'times-at-most' ? values[goal.of]?.median : 1;
  if (ours === undefined || base === undefined) return 'unknown';
  const limit = goal.kind === 'times-at-most' ? goal.factor * base : goal.limit;
  const holds = goal.kind === 'at-least' ? ours >= limit : ours <= limit;
  return holds ? 'pass' : 'miss';
}

function textOf(goal: Goal, unit: string): string {
  if (goal.kind === 'times-at-most') return `<= ${Number(goal.factor.toFixed(3))} x ${goal.of}`;
  return `${goal.kind === 'at-most' ? '<=' : '>='} ${goal.limit} ${unit}`;
}

/** The table, and below it what each row means. */
export function renderReport(rows: readonly Row[]): string {
  const header = ['', 'unit', ...SUBJECTS, 'ours/iframes', 'goal'];
  const lines = rows.map((row) => [
    row.title,
    row.unit,
    ...SUBJECTS.map((subject) => cellOf(row.values[subject])),
    row.ratios.iframes === undefined ? '' : row.ratios.iframes.toFixed(2),
    row.goals.map(({ text, verdict }) => `${text}: ${verdict.toUpperCase()}`).join(', '),
  ]);
  const legend = rows.map(({ title, meaning }) => `- ${title}: ${meaning}`);
  return `${renderTable(header, lines)}\n\nMedian (smallest to largest of n). What they mean:\n${legend.join('\n')}`;
}

function cellOf(summary: Summary | undefined): string {
  if (!summary) return '-';
  const { median, min, max, count } = summary;
  if (count === 1) return short(median);
  return `${short(median)} (${short(min)} to ${short(max)} of ${count})`;
}

function short(value: number): string {
  return value.toFixed(Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0);
}
