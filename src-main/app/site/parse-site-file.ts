import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { z } from 'zod';
import { appError, type AppError } from '@contract/app-error.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { LineFinder } from './line-finder.ts';
import {
  SITE_FORMAT,
  SITE_VERSION,
  siteFileContentSchema,
  type SiteFileContent,
} from './site-file.ts';

/** Whoever mends these finds the rest with the next try. */
const LINES_SAID = 6;
/** Windows' editor puts it before a text. */
const BYTE_ORDER_MARK = '\uFEFF';
/** An empty text is an error by itself. */
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

const SYNTAX: Partial<Record<ReturnType<typeof printParseErrorCode>, string>> = {
  CommaExpected: 'A comma is missing before this.',
  ColonExpected: 'A colon is missing before this.',
  ValueExpected: 'A value is missing.',
  PropertyNameExpected: 'A name in quotes is missing.',
  CloseBraceExpected: 'A closing } is missing.',
  CloseBracketExpected: 'A closing ] is missing.',
  EndOfFileExpected: 'The file should end here.',
  InvalidCommentToken: 'There is a comment, which JSON does not know.',
  UnexpectedEndOfString: 'A closing quote is missing.',
};

interface Finding {
  line: number;
  message: string;
}

const NOT_OURS: Finding = { line: 1, message: 'This is not a site file of Opus NVR.' };

/** Reads a site file's text, or says what is wrong with it: the message has one sentence a line, "Line 12: …". */
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

function parse(text: string): Result<SiteFileContent> {
  const lines = new LineFinder(text);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  if (root === undefined || errors.length > 0) {
    const findings = errors.slice(0, LINES_SAID).map((each) => syntaxFinding(each, lines));
    return err(refusal(findings, errors.length));
  }
  const foreign = findForeign(root, lines);
  if (foreign) return err(refusal([foreign]));
  const parsed = siteFileContentSchema.safeParse(getNodeValue(root));
  if (parsed.success) return ok(parsed.data);
  const { issues } = parsed.error;
  const findings = issues.slice(0, LINES_SAID).flatMap((each) => issueFindings(each, root, lines));
  return err(refusal(findings, issues.length));
}

function syntaxFinding({ error, offset }: ParseError, lines: LineFinder): Finding {
  const message = SYNTAX[printParseErrorCode(error)] ?? 'This is not valid JSON.';
  return { line: lines.lineAt(offset), message };
}

/** What another program or a newer app wrote would fail in a hundred places; it is said once instead. */
function findForeign(root: Node, lines: LineFinder): Finding | null {
  if (valueAt(root, 'format') !== SITE_FORMAT) return NOT_OURS;
  const version = valueAt(root, 'version');
  if (typeof version !== 'number' || version <= SITE_VERSION) return null;
  const message = 'This file was made by a newer version of Opus NVR. Update this one first.';
  return { line: lines.lineOf(root, ['version']), message };
}

function valueAt(root: Node, key: string): unknown {
  const node = root.type === 'object' ? findNodeAtLocation(root, [key]) : undefined;
  return node?.value;
}

function issueFindings(issue: z.core.$ZodIssue, root: Node, lines: LineFinder): Finding[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lines.lineOf(root, [...path, key]),
      message: `“${key}” does not belong here.`,
    }));
  }
  const name = path.findLast((part) => typeof part === 'string');
  const isMissing = findNodeAtLocation(root, path) === undefined;
  const said = isMissing ? 'This is missing.' : sentenceOf(issue);
  const message = name === undefined ? said : `“${name}”: ${said}`;
  return [{ line: lines.lineOf(root, path), message }];
}

/** Of several possible shapes, the last one is the one that says what to enter. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  const inner = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : undefined;
  return inner === undefined ? issue.message : sentenceOf(inner);
}

function refusal(findings: Finding[], total = findings.length): AppError {
  const inOrder = findings.toSorted((one, other) => one.line - other.line);
  const said = inOrder.map(({ line, message }) => `Line ${line}: ${message}`);
  const more = total - said.length;
  if (more > 0) said.push(`And ${more} more.`);
  return appError('invalid-request', said.join('\n'));
}
