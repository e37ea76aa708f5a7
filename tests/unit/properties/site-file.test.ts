import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSiteFile } from '../../../src-main/app/site/parse-site-file.ts';
import { messageText } from '../../../src-renderer/text/message-text.ts';
import { siteContent } from '../../support/site-file-text.ts';

describe('parseSiteFile', () => {
  const good = JSON.stringify(siteContent(), null, 2);

  it('reads a good file', () => {
    expect(parseSiteFile(good)).toMatchObject({ ok: true });
  });

  it('refuses what was damaged on the way in words with a line, or finds it whole', () => {
    const change = fc.tuple(fc.nat(good.length), fc.nat(40), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const damaged = changes.reduce(
          (text, [at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone),
          good,
        );
        const read = parseSiteFile(damaged);
        if (!read.ok) expect(messageText(read.error.message)).toMatch(/^Line \d+: /);
      }),
    );
  });

  it('answers any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        parseSiteFile(text);
      }),
    );
  });
});
