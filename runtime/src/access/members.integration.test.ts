import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { Client, OWNER } from '@patchbay/e2e/client';
import { publishDrawing, runByHand } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import {
  changeMember,
  changePassword,
  createProject,
  createToken,
  getMe,
  inviteMember,
  joinProject,
  listMembers,
  listProjects,
  makePasswordLink,
  readInvitation,
  removeMember,
  renameProject,
  revokeInvitation,
  setPassword,
  signIn,
  type Role,
} from '@patchbay/shared/access';
import { createConnection, updateConnection } from '@patchbay/shared/connections';
import { createFlow, getFlow, listFlows, moveFlow } from '@patchbay/shared/flows';
import { startRun } from '@patchbay/shared/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PASSWORD = 'one two three four';

describe.each(DIALECTS)('members, %s', (dialect) => {
  let at: TestHouse;
  let owner: Client;
  let finance: string;
  beforeAll(async () => {
    at = await openTestHouse(dialect, { works: false });
    owner = at.client;
    finance = (await owner.call(createProject, { body: { name: 'Finance' } })).id;
  });
  afterAll(() => at?.stop());

  const stranger = (): Client => new Client(() => at.url);
  const invite = async (by: Client, email: string, role: Role): Promise<string> =>
    (await by.call(inviteMember, { body: { email, role } })).secret;
  const joined = async (secret: string, name?: string): Promise<Client> => {
    const client = stranger();
    await client.call(joinProject, { body: { secret, name, password: PASSWORD } });
    return client;
  };
  /** A new person in Finance. */
  const person = async (name: string, role: Role): Promise<Client> =>
    joined(await invite(owner.in(finance), `${name}@example.com`, role), name);
  const idOf = async (name: string, project = finance): Promise<string> => {
    const { items } = await owner.in(project).call(listMembers, {});
    return items.find((one) => one.name === name)?.id ?? 'nobody';
  };

  it('are who was invited, with the role of the invitation, in that project alone', async () => {
    const secret = await invite(owner.in(finance), 'Grace@Example.com', 'editor');
    expect(await stranger().call(readInvitation, { body: { secret } })).toEqual({
      email: 'grace@example.com',
      role: 'editor',
      project: { id: finance, name: 'Finance' },
      createdBy: OWNER.name,
      isKnown: false,
    });
    const grace = await joined(secret, 'Grace');
    expect(await grace.call(getMe, {})).toMatchObject({
      name: 'Grace',
      role: 'editor',
      project: { id: finance },
    });
    const { items } = await grace.call(listProjects, {});
    expect(items.map(({ id, role }) => [id, role])).toEqual([[finance, 'editor']]);
    await expect(grace.in('default').call(listFlows, { query: {} })).rejects.toThrow(
      'There is no project “default”.',
    );
    const elsewhere = await publishDrawing(owner, { go: { kind: 'manual' } }, []);
    await expect(grace.call(getFlow, { params: { id: elsewhere } })).rejects.toThrow('not_found');
    await expect(
      grace.call(startRun, { params: { id: elsewhere }, body: { draft: true } }),
    ).rejects.toThrow('not_found');
  });

  it('come in once by a link, and not by one that was taken back or replaced', async () => {
    const first = await invite(owner.in(finance), 'linus@example.com', 'viewer');
    const second = await invite(owner.in(finance), 'linus@example.com', 'viewer');
    await expect(joined(first, 'Linus')).rejects.toThrow('not good any more');
    const { invitations } = await owner.in(finance).call(listMembers, {});
    const [open] = invitations.filter(({ email }) => email === 'linus@example.com');
    await owner.in(finance).call(revokeInvitation, { params: { id: open?.id ?? '' } });
    await expect(joined(second, 'Linus')).rejects.toThrow('not good any more');
    const third = await invite(owner.in(finance), 'linus@example.com', 'viewer');
    const both = await Promise.allSettled([joined(third, 'Linus'), joined(third, 'Linus')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(joined(third)).rejects.toThrow('not good any more');
  });

  it('are asked into a second project with the password they have, and lose nothing by it', async () => {
    const ken = await person('Ken', 'admin');
    const secret = await invite(owner, 'ken@example.com', 'viewer');
    expect(await stranger().call(readInvitation, { body: { secret } })).toMatchObject({
      isKnown: true,
    });
    await expect(
      stranger().call(joinProject, { body: { secret, password: 'not this one at all' } }),
    ).rejects.toThrow('the password is wrong');
    await joined(secret);
    expect(await ken.call(getMe, {})).toMatchObject({ role: 'viewer', project: { id: 'default' } });
    expect(await ken.in(finance).call(getMe, {})).toMatchObject({ role: 'admin' });
  });

  it('give and take no role that may more than their own', async () => {
    const admin = (await person('Barbara', 'admin')).in(finance);
    await expect(invite(admin, 'x@example.com', 'owner')).rejects.toThrow(
      'The role Owner is not one that Admin can give.',
    );
    const self = await idOf('Barbara');
    await expect(
      admin.call(changeMember, { params: { id: self }, body: { role: 'owner' } }),
    ).rejects.toThrow('not one that Admin can give');
    const ada = await idOf(OWNER.name);
    for (const attack of [
      () => admin.call(changeMember, { params: { id: ada }, body: { role: 'viewer' } }),
      () => admin.call(removeMember, { params: { id: ada } }),
    ])
      await expect(attack()).rejects.toThrow('The role Owner is not one that Admin can take.');
    const dennis = await person('Dennis', 'viewer');
    await admin.call(changeMember, {
      params: { id: await idOf('Dennis') },
      body: { role: 'editor' },
    });
    expect(await dennis.call(getMe, {})).toMatchObject({ role: 'editor' });
  });

  it('who are removed may do nothing from then on, although their session lasts', async () => {
    const edsger = await person('Edsger', 'editor');
    await edsger.call(createFlow, { body: { name: 'Shortest path' } });
    await owner.in(finance).call(removeMember, { params: { id: await idOf('Edsger') } });
    await expect(edsger.call(listFlows, { query: {} })).rejects.toThrow('You are in no project.');
    await expect(edsger.in(finance).call(listFlows, { query: {} })).rejects.toThrow('no project');
  });

  it('always have an owner among them', async () => {
    const { id } = await owner.call(getMe, {});
    const demote = { params: { id }, body: { role: 'admin' as const } };
    await expect(owner.call(changeMember, demote)).rejects.toThrow('is the only owner');
    await expect(owner.call(removeMember, { params: { id } })).rejects.toThrow('is the only owner');
    const second = await joined(await invite(owner, 'alan@example.com', 'owner'), 'Alan');
    expect(await second.in(finance).call(getMe, {})).toMatchObject({ role: 'owner' });
    const alan = await idOf('Alan');
    const each = await Promise.allSettled([
      second.call(changeMember, demote),
      owner.call(changeMember, { params: { id: alan }, body: { role: 'admin' } }),
    ]);
    expect(each.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { items } = await second.call(listMembers, {});
    const [left] = items.filter(({ role }) => role === 'owner');
    const keeper = left?.id === alan ? second : owner;
    await keeper.call(changeMember, { params: { id }, body: { role: 'owner' } });
    expect(await owner.in(finance).call(getMe, {})).toMatchObject({ role: 'owner' });
  });

  it('of one project reach into no other by what they may do in their own', async () => {
    const admin = (await person('Margaret', 'admin')).in(finance);
    await expect(
      admin.call(renameProject, { params: { id: 'default' }, body: { name: 'Mine' } }),
    ).rejects.toThrow('not_found');
    const { id } = await admin.call(createFlow, { body: { name: 'To be moved' } });
    await expect(
      admin.call(moveFlow, { params: { id }, body: { project: 'default' } }),
    ).rejects.toThrow('There is no project “default”.');
    const shared = { connector: 'http', version: '1.0.0', name: 'For all', config: {} };
    const body = { ...shared, scope: 'global' as const, auth: { scheme: 'none', values: {} } };
    await expect(admin.call(createConnection, { body })).rejects.toThrow('of all projects');
    const all = await owner.call(createConnection, { body });
    await expect(
      admin.call(updateConnection, { params: { id: all.id }, body: { name: 'Mine' } }),
    ).rejects.toThrow('of all projects');
  });

  it('leave a token of the project working', async () => {
    const admin = (await person('John', 'admin')).in(finance);
    const flow = await publishDrawing(admin, { go: { kind: 'manual' } }, []);
    const { text } = await admin.call(createToken, { body: { name: 'CI' } });
    await owner.in(finance).call(removeMember, { params: { id: await idOf('John') } });
    const headers = { authorization: `Bearer ${text}` };
    expect((await fetch(`${at.url}/api/flows/${flow}`, { headers })).status).toBe(200);
    const answer = await fetch(`${at.url}/api/members`, { headers });
    expect(answer.status).toBe(403);
    expect(await runByHand(owner, flow)).toMatch(/\w/);
  });

  it('change their password by the one they have, which ends their other sessions', async () => {
    const here = await person('Radia', 'viewer');
    const there = stranger();
    await there.call(signIn, { body: { email: 'radia@example.com', password: PASSWORD } });
    const change = (current: string) =>
      here.call(changePassword, { body: { current, password: 'spanning tree 1985' } });
    await expect(change('wrong one')).rejects.toThrow('That is not your password.');
    await change(PASSWORD);
    expect(await here.call(getMe, {})).toMatchObject({ name: 'Radia' });
    await expect(
      stranger().call(signIn, { body: { email: 'radia@example.com', password: PASSWORD } }),
    ).rejects.toThrow('wrong');
    const again = { email: 'radia@example.com', password: 'spanning tree 1985' };
    await there.call(signIn, { body: again });
  });

  it('who forgot their password choose a new one by a link of an owner, once', async () => {
    await person('Tim', 'editor');
    const params = { id: await idOf('Tim') };
    const admin = (await person('Vint', 'admin')).in(finance);
    await expect(admin.call(makePasswordLink, { params })).rejects.toThrow('settings.edit');
    const { secret } = await owner.in(finance).call(makePasswordLink, { params });
    const kept = await at.house.db.query('select * from verification');
    expect(JSON.stringify(kept)).not.toContain(secret);
    const body = { secret, password: 'hypertext 1989 cern' };
    await stranger().call(setPassword, { body });
    await expect(stranger().call(setPassword, { body })).rejects.toThrow('not good any more');
    const again = { email: 'tim@example.com', password: body.password };
    await stranger().call(signIn, { body: again });
    await expect(
      stranger().call(signIn, { body: { ...again, password: PASSWORD } }),
    ).rejects.toThrow('wrong');
    const sessions = await at.house.db.query('select * from session where "userId" = ?', [
      params.id,
    ]);
    expect(sessions).toHaveLength(1);
  });

  it('who own the machine make that link by a command', async () => {
    await person('Donald', 'viewer');
    const start = join(dirname(import.meta.dirname), 'start.ts');
    const env = { PATH: process.env.PATH, ...at.env };
    const args = [start, 'password-link', 'Donald@example.com'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    const [, secret = ''] = /#([\w-]+)\s*$/.exec(stdout) ?? [];
    const body = { secret, password: 'literate programs 84' };
    await stranger().call(setPassword, { body });
    const { password } = body;
    const donald = stranger();
    await donald.call(signIn, { body: { email: 'donald@example.com', password } });
    expect(await donald.call(getMe, {})).toMatchObject({ name: 'Donald' });
  });
});
