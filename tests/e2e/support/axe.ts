import { createRequire } from 'node:module';
import fs from 'node:fs';
import type { Page } from '@playwright/test';

const SOURCE = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface Found {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * What axe-core finds serious or critical on the screen, by WCAG 2.1 A and AA, a line each. The page's policy lets no script in by
 * address, but the debugger may evaluate one.
 * @param within a selector, for a dialog whose page behind it was judged elsewhere
 */
export async function seriousFaults(page: Page, within = 'body'): Promise<string[]> {
  await page.locator(within).first().waitFor();
  await page.evaluate(SOURCE);
  const violations = await page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: { run: (context: string, options: object) => Promise<{ violations: Found[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
    const found = await axe.run(selector, {
      runOnly: { type: 'tag', values: tags },
      // A tile is named after its camera and how it is; what else stands on the picture is no part of its label.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    });
    return found.violations;
  }, within);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)}\n${failureSummary}`,
      ),
    );
}
