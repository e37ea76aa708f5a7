import { XMLParser } from 'fast-xml-parser';
import { err, ok, type Result } from '@contract/result.ts';
import { type IsapiError, plainError } from './isapi-error.ts';
import { isBalanced } from './xml-balance.ts';

/** The stream list of a 256-channel recorder fits in twice. */
export const MAX_XML_CHARS = 2 * 1024 * 1024;

/** An answer's root element by its local name, and what is in it: text, or an object of texts, objects and lists. */
export interface XmlDocument {
  readonly root: string;
  readonly content: unknown;
}

/** Namespaces differ by endpoint and maker (hikvision.com, isapi.org, std-cgi.com, psialliance.org), so only local names count. */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Serial numbers and names must not become numbers: "007" and "1e5" are names.
  parseTagValue: false,
  // xml-entities.ts knows the few that are harmless.
  processEntities: false,
});

const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/i;
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i;

/** Reads untrusted XML: anything incomplete, nested too deeply, too large or with a DOCTYPE (where entity bombs live) is refused. */
export function readXml(text: string): Result<XmlDocument, IsapiError> {
  if (text.length > MAX_XML_CHARS) return err(plainError('too-large'));
  if (HTML.test(text)) {
    return err(plainError('bad-answer', 'The NVR answered with a web page instead of data.'));
  }
  // Old firmware pads its answers with NULs; trim also takes a byte order mark.
  const xml = text.replaceAll('\0', '').trim();
  if (DOCTYPE.test(xml)) return err(plainError('bad-answer'));
  let parsed: unknown;
  try {
    parsed = isBalanced(xml) ? parser.parse(xml) : null;
  } catch {
    return err(plainError('bad-answer'));
  }
  if (typeof parsed !== 'object' || parsed === null) return err(plainError('bad-answer'));
  const [first, ...others] = Object.entries(parsed as Record<string, unknown>);
  if (first === undefined || others.length > 0) return err(plainError('bad-answer'));
  const [root, content] = first;
  return ok({ root, content });
}
