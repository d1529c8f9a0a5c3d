import { randomBytes } from 'node:crypto';

import { Client } from 'pg';

/**
 * Creates an empty database on the server of `DATABASE_URL` and gives the URL of the new one. The
 * name gets a random ending, so that two runs on one server never meet.
 */
export async function createDatabase(name: string, serverUrl = databaseUrl()): Promise<string> {
  const database = `${name.replace(/\W/g, '_').slice(0, 40)}_${randomBytes(4).toString('hex')}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`create database "${database}"`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: run this test in the integration project.');
  return url;
}
