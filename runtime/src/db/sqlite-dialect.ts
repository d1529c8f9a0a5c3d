import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
} from 'kysely';

const STATEMENTS_KEPT = 500;

/** Takes the write lock at the start, so that two processes wait for each other instead of failing. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * node:sqlite for Kysely and MikroORM, on one connection with prepared statements kept.
 * WAL with `synchronous=FULL`: what was committed survives a power cut, not only a crash.
 */
export class NodeSqliteDialect extends SqliteDialect {
  private readonly file: string;

  constructor(file: string) {
    super({ database: async () => open(file) });
    this.file = file;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: async () => open(this.file) });
  }
}

function open(file: string): SqliteDatabase {
  const db = new DatabaseSync(file);
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma foreign_keys = on',
  );
  const kept = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    if (kept.size >= STATEMENTS_KEPT) kept.clear();
    kept.set(sql, statement);
    return statement;
  };
  return {
    prepare: (sql) => statementOf(prepare(sql), sql),
    close: () => {
      kept.clear();
      db.close();
    },
  };
}

function statementOf(statement: StatementSync, sql: string): ReturnType<SqliteDatabase['prepare']> {
  const reads = /^\s*(select|pragma|explain|with)/i.test(sql) || /\breturning\b/i.test(sql);
  return {
    reader: reads,
    all: (params) => statement.all(...params.map(toSqlite)),
    run: (params) => statement.run(...params.map(toSqlite)),
    iterate: (params) => statement.iterate(...params.map(toSqlite)),
  };
}

function toSqlite(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return value as SQLInputValue;
}
