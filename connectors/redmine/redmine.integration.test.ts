import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { type PrivateServer, startServer } from '@patchbay/e2e/setup';
import type { Json, JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listOptions, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { redmine } from './index.ts';

/** More than one page of a hundred. */
const MANY = 105;
const PROJECT = { name: 'Shop', identifier: 'shop', description: 'Carts and tills' };

let server: PrivateServer;
let bench: Bench;
let project: number;

const call = async (action: string, input: JsonObject = {}): Promise<JsonObject> =>
  (await bench.call(action, input)) as JsonObject;
const list = async (action: string, input: JsonObject = {}): Promise<Json[]> =>
  (await bench.call(action, input)) as Json[];
const open = (subject: string, more: JsonObject = {}): Promise<JsonObject> =>
  call('createIssue', { project_id: project, tracker_id: 1, subject, ...more });

beforeAll(async () => {
  server = await startServer('redmine');
  const { origin, username: key } = new URL(server.url);
  bench = openBench(redmine, { scheme: 'key', config: { baseUrl: origin }, fields: { key } });
  project = Number((await call('createProject', PROJECT)).id);
});
afterAll(async () => {
  await bench.close();
  await server.stop();
});

// By way of its database: a hundred calls take Redmine seven seconds.
function copyIssue(id: number, times: number): void {
  const database = new DatabaseSync(join(server.dataDir, 'redmine.db'));
  database.exec(`create temp table copy as select * from issues where id = ${id}`);
  for (let n = 1; n <= times; n++) {
    database.exec(`update copy set id = ${id + n}, root_id = ${id + n}`);
    database.exec('insert into issues select * from copy');
  }
  database.close();
}

describe('issues', () => {
  it('are opened with all that is known, changed, noted and deleted', async () => {
    const told = {
      priority_id: 2,
      assigned_to_id: 1,
      description: 'It happens after the second visit.',
      start_date: '2026-11-24',
      due_date: '2026-11-30',
      estimated_hours: 4,
      done_ratio: 20,
    };
    const { id } = await open('The cart forgets an item', told);
    await call('updateIssue', { id: id as number, status_id: 2, notes: 'Mended in 1.2.' });
    expect(await call('getIssue', { id: id as number, include: ['journals'] })).toMatchObject({
      project: { name: PROJECT.name },
      priority: { name: 'Normal' },
      assigned_to: { id: 1 },
      status: { id: 2 },
      description: told.description,
      start_date: told.start_date,
      due_date: told.due_date,
      done_ratio: told.done_ratio,
      journals: [{ notes: 'Mended in 1.2.' }],
    });
    await call('deleteIssue', { id: id as number });
    await expect(call('getIssue', { id: id as number })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('404'), hint: /\w/ },
    });
  });

  it('are listed a hundred at a time, as far as they are wanted', async () => {
    const { id } = await open('Bulk');
    copyIssue(id as number, MANY - 1);
    const bulk = { project_id: project, subject: '~Bulk', sort: 'id:desc' };
    const found = await list('listIssues', { ...bulk, maxItems: 1000 });
    expect(new Set(found.map((one) => (one as JsonObject).id)).size).toBe(MANY);
    expect(found.at(-1)).toMatchObject({ id });
    expect(await list('listIssues', { ...bulk, maxItems: 101 })).toEqual(found.slice(0, 101));
    expect(await list('listIssues', { project_id: project, status_id: 'closed' })).toEqual([]);
  });

  it('say which field is refused', async () => {
    await expect(open(' ')).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        message: expect.stringContaining('Subject cannot be blank'),
        hint: expect.stringContaining('fields that it names'),
      },
    });
  });

  it('start a flow when they are new or change', async () => {
    const { id } = await open('Watched');
    const first = await bench.look('updatedIssue', { project_id: project });
    expect(first.items).toContainEqual(expect.objectContaining({ id }));
    const { id: next } = await open('Watched too');
    const later = await bench.look('updatedIssue', {}, first.cursor);
    // Its times have no fractions: what it says of the same second again is known by its key.
    const known = [{ id }, { id: next }].map((one) => expect.objectContaining(one));
    expect(later.items).toEqual(expect.arrayContaining(known));
  });
});

describe('time', () => {
  it('is logged on an issue and listed', async () => {
    const { id } = await open('Takes long');
    const entry = { issue_id: id as number, hours: 1.5, activity_id: 8, spent_on: '2026-11-24' };
    expect(await call('logTime', { ...entry, comments: 'Found it' })).toMatchObject({
      hours: 1.5,
      issue: { id },
      comments: 'Found it',
    });
    const of = (days: JsonObject): Promise<Json[]> =>
      list('listTimeEntries', { project_id: project, user_id: 'me', ...days });
    expect(await of({ from: '2026-11-01', to: '2026-11-30' })).toHaveLength(1);
    expect(await of({ from: '2026-12-01' })).toEqual([]);
  });
});

describe('the account', () => {
  it('lists projects and users', async () => {
    expect(await list('listProjects')).toMatchObject([PROJECT]);
    expect(await list('listUsers', { name: 'admin', status: '1' })).toMatchObject([
      { login: 'admin' },
    ]);
  });

  it.each(Object.keys(redmine.manifest.options))('offers its %s as choices', async (source) => {
    const [first] = await listOptions(redmine, source, bench.context());
    expect(first).toEqual({ value: expect.anything(), label: expect.stringMatching(/\w/) });
  });

  it('says whose key it is, and refuses one that is not known', async () => {
    expect(await testConnection(redmine, bench.context())).toMatchObject({ identity: 'admin' });
    const stranger = bench.context({}, { fields: { key: '0'.repeat(40) } });
    await expect(testConnection(redmine, stranger)).rejects.toMatchObject({
      problem: { code: 'auth_expired' },
    });
  });
});
