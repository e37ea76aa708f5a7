import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readXml } from '../../../src-main/app/isapi/xml/xml-document.ts';
import { element, listOf, text } from '../../../src-main/app/isapi/xml/xml-values.ts';
import { toXml } from '../../simulated-recorder/isapi/xml.ts';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,11}$/);
/** As people and firmware write names: with signs that XML would have escaped. */
const shown = fc.stringMatching(
  /^[A-Za-z0-9"'()%.äöü门<>&]([A-Za-z0-9 "'()%.äöü门<>&]{0,30}[A-Za-z0-9])?$/,
);

describe('readXml', () => {
  it('gives back every text of a list, whatever signs are in it', () => {
    const rows = element({ row: listOf(element({ name: text })) });
    fc.assert(
      fc.property(fc.array(shown, { minLength: 1, maxLength: 20 }), (names) => {
        const body = toXml({ rows: { row: names.map((each) => ({ name: each })) } });
        const read = readXml(body);
        expect(read.ok && rows.parse(read.value.content)).toEqual({
          row: names.map((each) => ({ name: each })),
        });
      }),
    );
  });

  it('takes nothing that broke off for a whole', () => {
    fc.assert(
      fc.property(name, fc.array(shown, { minLength: 1 }), fc.nat(), (root, names, place) => {
        const body = toXml({ [root]: { item: names } });
        const end = body.lastIndexOf('</');
        const torn = body.slice(0, place % end);
        expect(readXml(torn).ok).toBe(false);
      }),
    );
  });

  it('answers any text with a document or an error', () => {
    const sign = fc.constantFrom('<', '>', '</', '/>', '<!--', '-->', '<![CDATA[', ']]>', '"', "'");
    const piece = fc.oneof(
      sign,
      name,
      fc.constantFrom('&', '&amp;', '<!DOCTYPE', '<?xml ?>', ' ='),
    );
    const schema = element({ id: text, list: listOf(z.unknown()) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const read = readXml(pieces.join(''));
        if (read.ok) schema.safeParse(read.value.content);
      }),
    );
  });
});
