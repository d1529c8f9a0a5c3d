import { mkdirSync, accessSync, constants } from 'node:fs';
import { join } from 'node:path';

import { MikroORM, type EntitySchema, type Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { SqliteDriver, type AbstractSqlConnection, type EntityManager } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';

import { StartError, type Settings } from '#lib';

import { migrations } from './migrations/index.ts';
import { queryOf, type Query } from './sql.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';

export type { Query } from './sql.ts';
export type Em = EntityManager;

export interface Db {
  dialect: 'sqlite' | 'postgres';
  orm: MikroORM;
  /** The connection itself, for libraries that bring their own tables. */
  kysely: Kysely<unknown>;
  query: Query;
  /** All or nothing. Inside, use only what is handed in: on SQLite there is one connection. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** A transaction with a unit of work; `query` runs in the same transaction. */
  unit<T>(work: (em: Em, query: Query) => Promise<T>): Promise<T>;
  /** Lets only one process at a time do this work: making tables, first data. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Tables that better-auth makes and minds. */
const FOREIGN_TABLES = ['user', 'session', 'account', 'verification'];

/** Opens and migrates the database. Says in one sentence what is wrong when it can't. */
export async function openDb(settings: Settings, entities: EntitySchema[]): Promise<Db> {
  const dialect = settings.databaseUrl ? 'postgres' : 'sqlite';
  const orm = await connect(settings, { ...optionsFor(settings), ...common(entities, dialect) });
  const kysely = kyselyOf(orm);
  const em = (): Em => orm.em.fork() as Em;
  return {
    dialect,
    orm,
    kysely,
    query: queryOf(kysely, dialect),
    transaction: (work) => kysely.transaction().execute((trx) => work(queryOf(trx, dialect))),
    unit: (work) => em().transactional((tx) => work(tx, queryOf(transactionOf(tx), dialect))),
    alone: oneAtATime((work) => alone(kysely, dialect, work)),
    close: () => orm.close(true),
  };
}

function kyselyOf(orm: MikroORM): Kysely<unknown> {
  return (orm.em.getConnection() as AbstractSqlConnection).getClient<unknown>();
}

const START_LOCK = 4400;

type Alone = Db['alone'];

/** Within this process, one after the other. */
function oneAtATime(run: Alone): Alone {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => run(work));
    last = mine.catch(() => {});
    return mine;
  };
}

/** PostgreSQL is shared by processes that start together; a SQLite file waits by its own lock. */
async function alone<T>(
  kysely: Kysely<unknown>,
  dialect: Db['dialect'],
  work: () => Promise<T>,
): Promise<T> {
  if (dialect === 'sqlite') return work();
  return kysely.connection().execute(async (held) => {
    const query = queryOf(held, dialect);
    await query('select pg_advisory_lock(?)', [START_LOCK]);
    try {
      return await work();
    } finally {
      await query('select pg_advisory_unlock(?)', [START_LOCK]);
    }
  });
}

function transactionOf(em: Em): Kysely<unknown> {
  return em.getTransactionContext<Kysely<unknown>>() as Kysely<unknown>;
}

function common(entities: EntitySchema[], dialect: 'sqlite' | 'postgres'): Options {
  return {
    entities,
    extensions: [Migrator],
    migrations: {
      migrationsList: [...migrations[dialect]],
      snapshot: false,
      silent: true,
      tableName: 'migration',
    },
    schemaGenerator: { skipTables: FOREIGN_TABLES },
    forceUtcTimezone: true,
  } as unknown as Options;
}

function optionsFor(settings: Settings): Options {
  if (settings.databaseUrl) {
    return {
      driver: PostgreSqlDriver,
      clientUrl: settings.databaseUrl,
      pool: { min: 0, max: 10 },
    } as unknown as Options;
  }
  const file = join(prepareDir(settings.dataDir), 'patchbay.db');
  return {
    driver: SqliteDriver,
    dbName: file,
    driverOptions: new NodeSqliteDialect(file),
  } as unknown as Options;
}

/** Makes the data directory, readable by its owner alone. */
function prepareDir(dir: string): string {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.W_OK);
    return dir;
  } catch (cause) {
    throw new StartError(
      `The data directory ${dir} can't be written. Set DATA_DIR to a folder that can.`,
      { cause },
    );
  }
}

async function connect(settings: Settings, options: Options): Promise<MikroORM> {
  try {
    const orm = await MikroORM.init(options);
    const { migrator } = orm as unknown as { migrator: Migrator };
    await alone(kyselyOf(orm), settings.databaseUrl ? 'postgres' : 'sqlite', () => migrator.up());
    return orm;
  } catch (cause) {
    const where = settings.databaseUrl
      ? `PostgreSQL at ${withoutPassword(settings.databaseUrl)}`
      : `the database in ${settings.dataDir}`;
    throw new StartError(`Could not open ${where}: ${(cause as Error).message}`, { cause });
  }
}

function withoutPassword(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'DATABASE_URL';
}
