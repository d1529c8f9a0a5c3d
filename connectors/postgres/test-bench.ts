import { createDatabase } from '@patchbay/e2e/setup';
import type { Json, JsonObject } from '@patchbay/shared/base';
import { Client } from 'pg';

import { type ActionContext, callAction, type OpenConnection } from '#sdk';
import { createOutbound } from '#sdk/outbound';
import { openTestContext } from '#sdk/testing';

import { postgres } from './index.ts';

const SCHEMA = `
  create table customer (
    id bigint generated always as identity primary key,
    email text not null unique, name text, tags text[], extra jsonb,
    active boolean not null default true, balance numeric(12, 2),
    born date, seen timestamptz, local timestamp, score double precision, photo bytea
  );
  create table orders (id int primary key, customer bigint references customer on delete cascade);
  create schema "odd.schema";
  create table "odd.schema"."Odd ""Table""" ("Odd col" int);
  comment on table customer is 'Who buys';`;

/** What a test changes of the connection. */
export interface Change {
  config?: JsonObject;
  fields?: Record<string, string>;
  signal?: AbortSignal;
  dryRun?: boolean;
}

/** A database of a test file, a connection to it, and a plain client beside. */
export interface Bench {
  admin: Client;
  context(input: JsonObject, change?: Change): ActionContext;
  call(action: string, input: JsonObject, change?: Change): Promise<Json>;
  query(sql: string, parameters?: Json[]): Promise<Json>;
  close(): Promise<void>;
}

/** Creates the database with its tables. */
export async function openBench(): Promise<Bench> {
  const url = new URL(await createDatabase('postgres_connector'));
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(SCHEMA);
  const outbound = createOutbound({ allowPrivate: [url.hostname] });
  const context: Bench['context'] = (input, { config, fields, ...call } = {}) => {
    const connection = connectionTo(url);
    Object.assign(connection.config, config);
    Object.assign(connection.fields, fields);
    return openTestContext({ connector: postgres, outbound, connection, ...call }, input);
  };
  const call: Bench['call'] = (action, input, change) =>
    callAction(postgres, action, context(input, change));
  return {
    admin,
    context,
    call,
    query: (sql, parameters = []) => call('query', { sql, parameters }),
    close: async () => {
      await admin.end();
      await outbound.close();
    },
  };
}

function connectionTo(url: URL): OpenConnection {
  const database = decodeURIComponent(url.pathname.slice(1));
  const config = { host: url.hostname, port: Number(url.port || 5432), database, ssl: 'disable' };
  const fields = {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  return { id: 'c1', scheme: 'role', config, fields };
}
