import XMLBuilder from 'fast-xml-builder';

/** A document as the builder wants it: element names to values, `@_` for attributes. */
export type XmlDocument = Readonly<Record<string, unknown>>;

const builder = new XMLBuilder({
  format: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@_',
  suppressEmptyNode: false,
});

/** Writes a body; the builder escapes values, so a camera may be called "Gate & <Yard>". */
export function toXml(document: XmlDocument): string {
  return builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, ...document });
}

/** The version and namespace attributes of every ISAPI root element. */
export const ISAPI_ROOT = {
  '@_version': '2.0',
  '@_xmlns': 'http://www.hikvision.com/ver20/XMLSchema',
} as const;
