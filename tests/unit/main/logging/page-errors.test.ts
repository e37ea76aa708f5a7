import { expect, it } from 'vitest';
import { pageErrorSchema } from '@contract/models/page-error.ts';
import { createLogger } from '../../../../src-main/app/logging/logger.ts';
import { PageErrors } from '../../../../src-main/app/logging/page-errors.ts';
import { Redactor } from '../../../../src-main/app/logging/redact.ts';

const ERROR = { kind: 'render', message: 'x is undefined', stack: 'at Tile' } as const;

function build() {
  const lines: string[] = [];
  const redactor = new Redactor();
  const clock = { ms: 0 };
  const log = createLogger((_level, line) => lines.push(line), redactor);
  return { lines, redactor, clock, errors: new PageErrors(log, () => clock.ms) };
}

it('is in the log, without secrets', () => {
  const { lines, redactor, errors } = build();
  redactor.add('hunter22');
  errors.report({ ...ERROR, message: 'no rtsp://u:hunter22@nvr/1' });
  expect(lines.join()).toContain('at Tile');
  expect(lines.join()).not.toContain('hunter22');
});

it('that comes without end fills no disk, and what was left out is counted', () => {
  const { lines, clock, errors } = build();
  for (let count = 0; count < 1_000; count += 1) errors.report(ERROR);
  expect(lines).toHaveLength(20);
  clock.ms = 60_000;
  errors.report(ERROR);
  expect(lines.slice(20).join('\n')).toContain('count: 980');
  expect(lines).toHaveLength(22);
});

it.each([
  { ...ERROR, message: 'm'.repeat(4_001) },
  { ...ERROR, kind: 'other' },
  { ...ERROR, more: 1 },
  { ...ERROR, stack: null },
])('is refused where it is not what the page sends', (error) => {
  expect(pageErrorSchema.safeParse(error).success).toBe(false);
});
