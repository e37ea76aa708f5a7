import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { z } from 'zod';
import { MAX_CHANNELS } from '@contract/models/nvr.ts';
import { appError, type AppError } from '@contract/app-error.ts';
import { type FileFinding, hint, type JsonSyntax, message } from '@contract/messages.ts';
import { messageOf } from '@contract/plain-words.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { LineFinder } from './line-finder.ts';
import {
  MAX_NVRS,
  SITE_FORMAT,
  SITE_VERSION,
  siteFileContentSchema,
  siteNvrSchema,
  type SiteFileContent,
} from '../domain/site-file.ts';

/** Whoever mends these finds the rest with the next try. */
const LINES_SAID = 6;
/** Windows' editor puts it before a text. */
const BYTE_ORDER_MARK = '\uFEFF';
/** An empty text is an error by itself. */
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

const SYNTAX: Partial<Record<ReturnType<typeof printParseErrorCode>, JsonSyntax>> = {
  CommaExpected: 'comma',
  ColonExpected: 'colon',
  ValueExpected: 'value',
  PropertyNameExpected: 'name',
  CloseBraceExpected: 'brace',
  CloseBracketExpected: 'bracket',
  EndOfFileExpected: 'end',
  InvalidCommentToken: 'no-comment',
  UnexpectedEndOfString: 'quote',
};

const NOT_OURS: FileFinding = { line: 1, name: null, message: message('not-a-site-file') };

/** Reads a site file's text, or says what is wrong with which line of it. */
export function parseSiteFile(text: string): Result<SiteFileContent> {
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  try {
    return parse(json);
  } catch (error) {
    // Brackets nested deeper than the parser can follow.
    if (error instanceof RangeError) return err(refusal([NOT_OURS]));
    throw error;
  }
}

/** A file that is well needs no tree with lines, which takes ten times as long. */
function parse(text: string): Result<SiteFileContent> {
  const value = valueOf(text);
  const issues = value === undefined ? null : issuesOf(value);
  if (issues !== null && issues.length === 0) return ok(siteFileContentSchema.parse(value));
  const lines = new LineFinder(text);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  if (root === undefined || errors.length > 0) {
    const findings = errors.slice(0, LINES_SAID).map((each) => syntaxFinding(each, lines));
    return err(refusal(findings, errors.length));
  }
  const foreign = findForeign(root, lines);
  if (foreign) return err(refusal([foreign]));
  const told = (issues ?? []).slice(0, LINES_SAID);
  const findings = told.flatMap((each) => issueFindings(each, root, lines)).slice(0, LINES_SAID);
  return err(refusal(findings, countOf(issues ?? [])));
}

/** Undefined for what is no JSON. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What is wrong with a file. Recorders are looked at one by one, and no more of them once there is enough to say: a file may be made to bring forth millions. */
function issuesOf(value: unknown): z.core.$ZodIssue[] {
  const found: z.core.$ZodIssue[] = [];
  const list: unknown =
    typeof value === 'object' && value !== null && 'nvrs' in value ? value.nvrs : [];
  const nvrs: unknown[] = Array.isArray(list) ? list.slice(0, MAX_NVRS) : [];
  for (const [index, nvr] of nvrs.entries()) {
    if (isOverfull(nvr))
      found.push({
        code: 'custom',
        path: ['nvrs', index, 'cameras'],
        message: hint('too-many'),
        input: undefined,
      });
    else {
      const { error } = siteNvrSchema.safeParse(nvr);
      const issues = error?.issues ?? [];
      found.push(...issues.map((each) => ({ ...each, path: ['nvrs', index, ...each.path] })));
    }
    if (found.length >= LINES_SAID) return found;
  }
  if (found.length > 0 && nvrs.length < MAX_NVRS) {
    const whole = typeof value === 'object' && value !== null ? { ...value, nvrs: [] } : value;
    return [...(siteFileContentSchema.safeParse(whole).error?.issues ?? []), ...found];
  }
  return found.length > 0 ? found : (siteFileContentSchema.safeParse(value).error?.issues ?? []);
}

function isOverfull(nvr: unknown): boolean {
  const cameras: unknown =
    typeof nvr === 'object' && nvr !== null && 'cameras' in nvr ? nvr.cameras : [];
  return Array.isArray(cameras) && cameras.length > MAX_CHANNELS;
}

/** Unknown names count one by one, as they are said. */
function countOf(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1),
    0,
  );
}

function syntaxFinding({ error, offset }: ParseError, lines: LineFinder): FileFinding {
  const expected = SYNTAX[printParseErrorCode(error)] ?? 'json';
  return { line: lines.lineAt(offset), name: null, message: message('json-syntax', { expected }) };
}

/** What another program or a newer app wrote would fail in a hundred places; it is said once instead. */
function findForeign(root: Node, lines: LineFinder): FileFinding | null {
  if (valueAt(root, 'format') !== SITE_FORMAT) return NOT_OURS;
  const version = valueAt(root, 'version');
  if (typeof version !== 'number' || version <= SITE_VERSION) return null;
  const line = lines.lineOf(root, ['version']);
  return { line, name: null, message: message('newer-site-file') };
}

function valueAt(root: Node, key: string): unknown {
  const node = root.type === 'object' ? findNodeAtLocation(root, [key]) : undefined;
  return node?.value;
}

function issueFindings(issue: z.core.$ZodIssue, root: Node, lines: LineFinder): FileFinding[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, LINES_SAID).map((key) => ({
      line: lines.lineOf(root, [...path, key]),
      name: null,
      message: message('foreign-name', { name: key }),
    }));
  }
  const name = path.findLast((part) => typeof part === 'string') ?? null;
  const isMissing = findNodeAtLocation(root, path) === undefined;
  const said = isMissing ? message('entry-missing') : messageOf(issue);
  return [{ line: lines.lineOf(root, path), name, message: said }];
}

function refusal(found: FileFinding[], total = found.length): AppError {
  const findings = found.toSorted((one, other) => one.line - other.line);
  const more = total - findings.length;
  return appError('invalid-request', message('file-findings', { findings, more }));
}
