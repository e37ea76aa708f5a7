import { ESLint, Linter } from 'eslint';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { WORDS_IN_CODE } from '../../scripts/words.config.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RULE = 'no-restricted-syntax';
const PANEL = 'src-renderer/features/wall/Panel.tsx';

const REFUSED = [
  '<p>live</p>',
  '<p>{count} cameras</p>',
  '<button aria-label="close" />',
  '<input placeholder={"name"} />',
  "<Field hint={isNew ? 'optional' : undefined} />",
  "<p>{isThere && 'answers'}</p>",
  "<p>{isThere ? 'answers' : 'no answer'}</p>",
  "<p>{isThere ? name : isOff ? 'off' : 'on'}</p>",
  "const LABELS = { retry: 'Try again' };",
  "showToast('Saved');",
  "setError('choose a smaller grid');",
  "const title = 'NVRs';",
  'showToast(`“${name}” saved.`);',
  'const label = `${count} cameras`;',
  'const title = `Remove “${name}”?`;',
  'const label = `${shown} of ${all}`;',
  "new Date().toLocaleTimeString('en-GB');",
  "count.toLocaleString('en');",
  "new Intl.DateTimeFormat('en-GB');",
];

type Refusals = Linter.RuleEntry<unknown[]>;
const own = new Linter();

/** What the project's own configuration refuses in a file of that name. */
async function refusals(file: string): Promise<Refusals> {
  const config = (await new ESLint({ cwd: ROOT }).calculateConfigForFile(file)) as {
    rules: Record<typeof RULE, Refusals>;
  };
  return config.rules[RULE];
}

function found(code: string, rule: Refusals): string[] {
  const parserOptions = { ecmaFeatures: { jsx: true } };
  const config = {
    files: ['**/*.tsx'],
    languageOptions: { parser: tseslint.parser, parserOptions },
  };
  return own
    .verify(code, [{ ...config, rules: { [RULE]: rule } }], 'code.tsx')
    .map(({ message }) => message);
}

describe('words in the code of the page', () => {
  let page: Refusals;
  beforeAll(async () => {
    page = await refusals(PANEL);
  });

  it.each(REFUSED)('are refused: %s', (code) => {
    expect(found(code, page)).not.toEqual([]);
  });

  it.each(WORDS_IN_CODE)('are found by each of its ways: $selector', (way) => {
    expect(found(REFUSED.join('\n;'), ['error', way])).not.toEqual([]);
  });

  it.each([
    '<p>{text.wall.live} · {name}</p>',
    '<kbd>?</kbd>',
    '<p className="tile tile--busy" data-state={isOn ? "on" : "off"} />',
    '<p className={`tile ${isOn ? "tile--on is-seen" : ""} tile--wide`} />',
    '<Dialog title={text.wall.find} size="wide">{isOpen && <Panel tone="quiet" />}</Dialog>',
    '<p>{kind === "late" ? text.tile.late : null}</p>',
    "if (event.key === 'Escape' || event.key === 'ArrowLeft') close();",
    "throw new Error('index.html has no #root');",
    "page.querySelector('.tile, button span');",
    'const id = `camera-row-${id}`;',
    'const line = `${site} · ${name}`;',
    'const byName = new Intl.Collator(undefined, { numeric: true });',
  ])('are not seen in: %s', (code) => {
    expect(found(code, page)).toEqual([]);
  });
});

it.each([
  ['src-renderer/App.tsx', true],
  ['src-renderer/store/undo.ts', true],
  ['src-renderer/features/events/EventList.tsx', true],
  ['src-renderer/text/en/wall/wall.ts', false],
  ['src-renderer/player/sound/sound-format.ts', false],
  ['src-main/app/db/index.ts', false],
])('%s is held against it: %s', async (file, isHeld) => {
  const [, ...given] = (await refusals(file)) as [string, ...{ selector: string }[]];
  const selectors = given.map(({ selector }) => selector);
  expect(WORDS_IN_CODE.every(({ selector }) => selectors.includes(selector))).toBe(isHeld);
  // A later block replaces the whole rule: what holds everywhere must be in each.
  expect(selectors).toContain('ExportDefaultDeclaration');
});
