import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import { readSchema } from './read-schema.ts';

let known: Promise<Map<string, number>> | undefined;
const NAMES = Object.keys(migrations).sort();

/** What each version of the app has made: the schema after each migration, with how many there had been. */
export function knownSchemas(): Promise<Map<string, number>> {
  known ??= buildSchemas();
  return known;
}

async function buildSchemas(): Promise<Map<string, number>> {
  const sqlite = new SqliteDatabase(':memory:');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) });
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const migrator = new Migrator({ db, provider });
  const schemas = new Map<string, number>();
  try {
    for (const [index, name] of NAMES.entries()) {
      const { error } = await migrator.migrateTo(name);
      if (error !== undefined) throw new Error('The schema could not be built', { cause: error });
      schemas.set(readSchema(sqlite), index + 1);
    }
  } finally {
    await db.destroy();
  }
  return schemas;
}

/**
 * Whether the schema is one that the noted migrations make. A byte that changed in it is no damage to SQLite, but a column that no
 * query finds. True for a database of a newer version, whose migrations begin with all of ours: that is said, not set aside.
 */
export async function isSchemaIntact(sqlite: SqliteDatabase.Database): Promise<boolean> {
  const schema = readSchema(sqlite);
  if (schema === '') return true;
  const count = (await knownSchemas()).get(schema);
  const noted = notedMigrations(sqlite);
  if (count !== undefined && noted.length === count)
    return noted.every((name, at) => name === NAMES[at]);
  return noted.length > NAMES.length && NAMES.every((name, at) => name === noted[at]);
}

function notedMigrations(sqlite: SqliteDatabase.Database): string[] {
  const query = sqlite.prepare('SELECT name FROM kysely_migration ORDER BY name');
  return (query.all() as { name: string }[]).map(({ name }) => name);
}
