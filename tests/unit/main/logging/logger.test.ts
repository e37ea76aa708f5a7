import { describe, expect, it } from 'vitest';
import { recordLog } from '../../../support/recorded-log.ts';

describe('createLogger', () => {
  it('puts the facts beside the sentence, on one line', () => {
    const { log, lines } = recordLog();
    log.info('started', { port: 1, name: 'two\nlines' });
    expect(lines).toEqual([String.raw`info started { port: 1, name: 'two\nlines' }`]);
  });

  it('shows each sign of a name in a sentence, and lets none begin a line', () => {
    const { log, lines } = recordLog();
    log.warn('“Gate\n2026-01-01 [info] admin unlocked\u001B[2J\u202Egpj\u2028x\u009B” is gone');
    const shown = String.raw`warn “Gate\n2026-01-01 [info] admin unlocked\u{1b}[2J\u{202e}gpj\u{2028}x\u{9b}” is gone`;
    expect(lines).toEqual([shown]);
  });

  it('sets in what an error says on more lines', () => {
    const { log, lines } = recordLog();
    log.error('failed', {
      error: new Error('no\n2026-01-01 [info] admin unlocked\u001B[2J\u202E'),
    });
    const [first = '', ...further] = (lines[0] ?? '').split('\n');
    expect(first).toContain('error failed');
    expect(further.length).toBeGreaterThan(0);
    expect(further.filter((line) => !line.startsWith('    '))).toEqual([]);
    expect(lines[0]).not.toMatch(/[\u001B\u202E]/);
  });

  it.each(['info', 'warn', 'error'] as const)('has the level %s', (level) => {
    const { log, lines } = recordLog();
    log[level]('x');
    expect(lines).toEqual([`${level} x`]);
  });

  it('redacts sentence, facts, errors and their causes', () => {
    const { log, redactor, lines } = recordLog();
    redactor.add('hunter22');
    const error = new Error('open hunter22', { cause: new Error('rtsp://u:x1y2@10.0.0.1/') });
    log.error('with hunter22', { error, nested: { list: ['hunter22'] } });
    expect(lines.join()).not.toMatch(/hunter22|x1y2/);
    expect(lines.join()).toContain('10.0.0.1');
  });
});
