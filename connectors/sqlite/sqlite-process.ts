import { constants, DatabaseSync, type StatementSync } from 'node:sqlite';

import type { Answer, Job, Result } from './run-statements.ts';
import type { Statement } from './statements.ts';

const { SQLITE_OK, SQLITE_DENY } = constants;
const FORBIDDEN = new Set([
  constants.SQLITE_ATTACH,
  constants.SQLITE_DETACH,
  constants.SQLITE_TRANSACTION,
  constants.SQLITE_SAVEPOINT,
]);
const PRAGMAS = /^(table_(info|xinfo|list)|index_(list|info|xinfo)|foreign_key_list)$/;
const MOST_ROWS = 100_000;

// A process of its own, for a statement that never ends cannot be ended otherwise.
process.once('message', (job: Job) => {
  process.send?.(answer(job), () => process.disconnect());
});

function answer(job: Job): Answer {
  try {
    return { ok: true, results: perform(job) };
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number };
    return { ok: false, message, ...(errcode !== undefined && { code: errcode }) };
  }
}

function perform({ file, write, keep, statements }: Job): Result[] {
  const database = new DatabaseSync(file, { readOnly: !write, timeout: 5000 });
  try {
    database.enableDefensive(true);
    database.exec(write ? 'begin immediate' : 'begin');
    database.setAuthorizer(authorise);
    const results = statements.map((statement) => runStatement(database, statement));
    database.setAuthorizer(null);
    database.exec(keep ? 'commit' : 'rollback');
    return results;
  } finally {
    // An open transaction is taken back with it.
    database.close();
  }
}

function authorise(action: number, first: string | null, second: string | null): number {
  if (FORBIDDEN.has(action)) return SQLITE_DENY;
  if (action === constants.SQLITE_FUNCTION && second === 'load_extension') return SQLITE_DENY;
  if (action === constants.SQLITE_PRAGMA && !PRAGMAS.test(first ?? '')) return SQLITE_DENY;
  return SQLITE_OK;
}

function runStatement(
  database: DatabaseSync,
  { sql, runs, maxRows = MOST_ROWS }: Statement,
): Result {
  const statement = database.prepare(sql);
  const rest = sql.slice(statement.sourceSQL.length);
  if (/[^\s;]/.test(rest.replaceAll(/--.*|\/\*[^]*?\*\//g, ''))) {
    throw new Error('There is more than one statement; syntax error after the first.');
  }
  statement.setReadBigInts(true);
  const result: Result = { rows: [], count: 0, truncated: false };
  for (const values of runs) runOnce(statement, values.map(toSql), { result, maxRows });
  return result;
}

type SqlValue = string | number | bigint | null;

function runOnce(
  statement: StatementSync,
  values: SqlValue[],
  { result, maxRows }: { result: Result; maxRows: number },
): void {
  if (statement.columns().length === 0) {
    result.count += Number(statement.run(...values).changes);
    return;
  }
  for (const row of statement.iterate(...values)) {
    result.truncated = result.rows.length >= maxRows;
    // A write with `returning` has written them all by its first row.
    if (result.truncated) break;
    const cells = Object.entries(row).map(([name, value]) => [name, toJson(value)] as const);
    result.rows.push(Object.fromEntries(cells));
    result.count += 1;
  }
}

function toSql(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  // A number would be bound as a floating one, also where it is whole.
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

// So that values survive JSON: whole numbers that are not exact as text, bytes as base64.
function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
