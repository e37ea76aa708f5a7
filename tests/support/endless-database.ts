import { readFile, writeFile } from 'node:fs/promises';
import SqliteDatabase from 'better-sqlite3';

/** Offsets and sizes of SQLite's file format, https://www.sqlite.org/fileformat2.html#b_tree_pages. */
const PAGE_BYTES = 4_096;
const FILE_HEADER_BYTES = 100;
const PAGE_COUNT_AT = 28;
const LEAF = 0x0d;
const INTERIOR = 0x05;
const LEAF_HEADER_BYTES = 8;
const INTERIOR_HEADER_BYTES = 12;
const POINTER_BYTES = 2;
/** A child's number and a key of one byte. */
const CELL_BYTES = 5;
/** SQLite takes up to 681 of a page. */
const CHILDREN = 600;
const LEVELS = 11;

/**
 * A database whose schema has 600 to the power of 11 entries, all of them the same one and right: SQLite reads them within one call,
 * before the first query, and does not come back.
 */
export async function makeEndlessDatabase(file: string): Promise<void> {
  const sqlite = new SqliteDatabase(file);
  sqlite.pragma(`page_size = ${PAGE_BYTES}`);
  // The index of a table has an entry without SQL, which may be read any number of times.
  sqlite.exec('CREATE TABLE once (a UNIQUE)');
  sqlite.close();
  const made = await readFile(file);
  const [table, index] = [0, 1].map((cell) =>
    made.readUInt16BE(FILE_HEADER_BYTES + LEAF_HEADER_BYTES + cell * POINTER_BYTES),
  ) as [number, number];
  const schema = made.subarray(0, PAGE_BYTES);
  const pages: Buffer[] = [leaf(schema, [table, index]), leaf(schema, [index])];
  const last = made.length / PAGE_BYTES + pages.length;
  for (let level = 0; level < LEVELS - 1; level += 1) pages.push(interior(last + level));
  const root = interior(last + LEVELS - 1, last - 1, FILE_HEADER_BYTES);
  made.copy(root, 0, 0, FILE_HEADER_BYTES);
  const whole = Buffer.concat([root, made.subarray(PAGE_BYTES), ...pages]);
  whole.writeUInt32BE(whole.length / PAGE_BYTES, PAGE_COUNT_AT);
  await writeFile(file, whole);
}

/** A leaf with these cells of the first page. */
function leaf(schema: Buffer, cells: readonly number[]): Buffer {
  const page = Buffer.from(schema);
  page.fill(0, 0, Math.min(...cells));
  page.writeUInt8(LEAF, 0);
  page.writeUInt16BE(cells.length, 3);
  page.writeUInt16BE(Math.min(...cells), 5);
  cells.forEach((at, nth) => page.writeUInt16BE(at, LEAF_HEADER_BYTES + nth * POINTER_BYTES));
  return page;
}

/** A page whose children are all the same one, but for the first. */
function interior(child: number, first = child, headerAt = 0): Buffer {
  const page = Buffer.alloc(PAGE_BYTES);
  const cells = [first, child].map((number, nth) => {
    const at = PAGE_BYTES - (nth + 1) * CELL_BYTES;
    page.writeUInt32BE(number, at);
    page.writeUInt8(1, at + CELL_BYTES - 1);
    return at;
  }) as [number, number];
  page.writeUInt8(INTERIOR, headerAt);
  page.writeUInt16BE(CHILDREN, headerAt + 3);
  page.writeUInt16BE(Math.min(...cells), headerAt + 5);
  page.writeUInt32BE(child, headerAt + LEAF_HEADER_BYTES);
  for (let nth = 0; nth < CHILDREN; nth += 1) {
    const at = headerAt + INTERIOR_HEADER_BYTES + nth * POINTER_BYTES;
    page.writeUInt16BE(nth === 0 ? cells[0] : cells[1], at);
  }
  return page;
}
