import { describe, expect, it } from 'vitest';
import { recordLog } from '../../../support/recorded-log.ts';

describe('createLogger', () => {
  it('puts the facts beside the sentence, on one line', () => {
    const { log, lines } = recordLog();
    log.info('started', { port: 1, name: 'two\nlines' });
    expect(lines).toEqual([String.raw`info started { port: 1, name: 'two\nlines' }`]);
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
