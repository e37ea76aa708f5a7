/** SQLite takes 32,766 values in one statement, and no table here has more than 20 columns. */
const ROWS_PER_STATEMENT = 1_000;

/** Cuts a list into parts that fit into one statement each. */
export function inChunks<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_PER_STATEMENT);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * ROWS_PER_STATEMENT, (index + 1) * ROWS_PER_STATEMENT),
  );
}
