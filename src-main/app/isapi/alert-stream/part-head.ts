/** What the lines before a part's body say of it. */
export interface PartHead {
  /** Lower case, parameters included; '' where none was told. */
  readonly contentType: string;
  /** Null where none was told, or no number. */
  readonly lengthBytes: number | null;
}

const FIELD = /^([\w-]+)[ \t]*:[ \t]*(.*)$/;
const LENGTH = /^\d{1,12}$/;

/** True for a line that may belong to a part's head. */
export function isField(line: string): boolean {
  return FIELD.test(line);
}

/** Reads the lines of a head; names in any case, and of repeated ones the last. */
export function readHead(lines: readonly string[]): PartHead {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    fields.set(name.toLowerCase(), value.trim());
  }
  const length = fields.get('content-length') ?? '';
  return {
    contentType: fields.get('content-type')?.toLowerCase() ?? '',
    lengthBytes: LENGTH.test(length) ? Number(length) : null,
  };
}
