import { XMLParser } from 'fast-xml-parser';
import { err, ok, type Result } from '@contract/result.ts';
import { badAnswer, type IsapiError } from '../isapi-error.ts';
import { xmlShape } from './xml-balance.ts';

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

/** Where entity bombs live. A web page has a DOCTYPE too, but one that declares nothing. */
const BOMB = /<!ENTITY|<!DOCTYPE(?!\s+html\s*(?:>|PUBLIC|SYSTEM))/i;
const NO_TAG = /<(?![A-Za-z_:\u00C0-\uFFFF/!?])/g;
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

/** True for what no device sends by mistake: entities of its own, or a tree that is nested to wear out its reader. */
export function isHostile(text: string): boolean {
  if (BOMB.test(text)) return true;
  const xml = plain(text);
  return xml.startsWith('<') && !HTML.test(xml) && xmlShape(xml) === 'too-deep';
}

/** Reads untrusted XML: anything incomplete, nested too deeply, too large or with a DOCTYPE is refused. */
export function readXml(text: string): Result<XmlDocument, IsapiError> {
  if (text.length > MAX_XML_CHARS) return err({ kind: 'too-large' });
  if (BOMB.test(text)) return err({ kind: 'hostile' });
  if (HTML.test(text)) {
    return err(badAnswer('web-page'));
  }
  const xml = plain(text);
  const shape = xmlShape(xml);
  if (shape !== 'balanced') {
    return err(shape === 'too-deep' ? { kind: 'hostile' } : badAnswer());
  }
  let parsed: unknown;
  try {
    parsed = parser.parse(xml);
  } catch {
    return err(badAnswer());
  }
  if (typeof parsed !== 'object' || parsed === null) return err(badAnswer());
  const [first, ...others] = Object.entries(parsed as Record<string, unknown>);
  if (first === undefined || others.length > 0) return err(badAnswer());
  const [root, content] = first;
  return ok({ root, content });
}

/** True for a document that is there to its end. */
export function isWholeXml(text: string): boolean {
  return xmlShape(plain(text)) === 'balanced';
}

/**
 * Old firmware pads its answers with NULs, leaves remains of its transfer around them, and writes a name like "Ramp < 3 m" as it is:
 * what begins no tag (XML 1.0, 2.3) is text.
 */
function plain(text: string): string {
  const start = text.indexOf('<');
  const end = text.lastIndexOf('>') + 1;
  return text.slice(start, Math.max(start, end)).replaceAll('\0', '').replaceAll(NO_TAG, '&lt;');
}
