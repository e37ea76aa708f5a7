import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Begins like a sentence and ends like one, with a space between: a code, a path or a log line does not. */
const SENTENCE = /^[A-Z“][^]*\s[^]*[.!?…]$/;
/** What the page does not say: windows and errors of the system's own, and what is told to whoever sets the app up. */
const MAINS_OWN: readonly string[] = [
  'src-main/index.ts',
  'src-main/shell/windows/',
  'src-main/shell/app-paths.ts',
  'src-main/app/admin/reset-admin-pin.ts',
  'src-main/app/go2rtc/go2rtc-binary.ts',
  // The keychain's own words, passed on as a reason.
  'src-main/app/secrets/keytar-secret-store.ts',
  'src-main/app/recorders/login/keychain-reader.ts',
  'src-main/shell/processes/keychain-process.ts',
];

function sources(folder: string): string[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.ts') && !MAINS_OWN.some((own) => file.startsWith(own)));
}

/** The sentences in a file, with the words between the parameters of a template put together. */
function sentences(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    fs.readFileSync(path.join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push(
        [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('X'),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((text) => SENTENCE.test(text));
}

it('sentences for people are made in the page alone', () => {
  const files = [...sources('src-main'), ...sources('src-preload')];
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => sentences(file).map((text) => `${file}: ${text}`))).toEqual([]);
});
