import { expect, it } from 'vitest';
import { siteFileName } from '../../../../src-main/app/site/site-file-name.ts';

it('an exported file is named by this computer’s clock', () => {
  expect(siteFileName(new Date(2026, 0, 2, 3, 4))).toBe('site-2026-01-02-0304');
});
