const MAX_DEPTH = 32;
/** A comment, a CDATA section, a declaration, an end tag or a start tag. */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/y;

/** How a document is built. No device nests as deeply as what is `too-deep`. */
export type XmlShape = 'balanced' | 'broken' | 'too-deep';

/** Balanced when one root element is opened and closed and everything in it too: a body that broke off is not, while the parser would take it. Looks at each character once. */
export function xmlShape(xml: string): XmlShape {
  const open: string[] = [];
  let hasRoot = false;
  let at = 0;
  for (let next = xml.indexOf('<'); next !== -1; next = xml.indexOf('<', at)) {
    if (open.length === 0 && xml.slice(at, next).trim() !== '') return 'broken';
    TOKEN.lastIndex = next;
    const token = TOKEN.exec(xml);
    if (token === null) return 'broken';
    at = TOKEN.lastIndex;
    const [, closing, opening, attributes = ''] = token;
    if (closing !== undefined && open.pop() !== closing) return 'broken';
    if (opening === undefined) continue;
    if (open.length === 0 && hasRoot) return 'broken';
    hasRoot = true;
    if (!attributes.endsWith('/')) open.push(opening);
    if (open.length > MAX_DEPTH) return 'too-deep';
  }
  const isWhole = hasRoot && open.length === 0 && xml.slice(at).trim() === '';
  return isWhole ? 'balanced' : 'broken';
}
