import { err, ok, type Result } from '@contract/result.ts';
import { badAnswer, type IsapiError } from '../isapi-error.ts';
import { MAX_XML_CHARS, type XmlDocument } from './xml-document.ts';

/** As deep as XML may be. */
const MAX_DEPTH = 32;

/**
 * Reads JSON that says what a document of that root would say in XML, under the same names: newer devices send it so, with or without the root
 * around it. Numbers and flags become texts, as in XML.
 */
export function readJson(text: string, root: string): Result<XmlDocument, IsapiError> {
  if (text.length > MAX_XML_CHARS) return err({ kind: 'too-large' });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return err(badAnswer());
  }
  const content = asElement(parsed, 0);
  if (typeof content !== 'object') return err(badAnswer());
  const wrapped = Object.entries(content as Record<string, unknown>).find(
    ([name]) => name.toLowerCase() === root.toLowerCase(),
  );
  return ok({ root, content: wrapped?.[1] ?? content });
}

function asElement(value: unknown, depth: number): string | object {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null || depth >= MAX_DEPTH) return '';
  if (Array.isArray(value)) return value.map((each) => asElement(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, asElement(child, depth + 1)]),
  );
}
