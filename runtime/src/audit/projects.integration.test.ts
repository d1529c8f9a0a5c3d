import { Client } from '@patchbay/e2e/client';
import { createDrawing } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import {
  createProject,
  deleteProject,
  inviteMember,
  joinProject,
  signIn,
} from '@patchbay/shared/access';
import { listAudit } from '@patchbay/shared/audit';
import { updateFlow } from '@patchbay/shared/flows';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const GRACE = { name: 'Grace', password: 'a moth in relay 70' };

describe.each(DIALECTS)('the audit of a project, %s', (dialect) => {
  let at: TestHouse;
  let admin: Client;
  let finance: string;
  beforeAll(async () => {
    at = await openTestHouse(dialect, { works: false });
    finance = (await at.client.call(createProject, { body: { name: 'Finance' } })).id;
    admin = new Client(() => at.url);
    const body = { email: 'grace@example.com', role: 'admin' } as const;
    const { secret } = await at.client.in(finance).call(inviteMember, { body });
    await admin.call(joinProject, { body: { secret, ...GRACE } });
    await createDrawing(at.client, { go: { kind: 'manual' } }, []);
    const { id } = await createDrawing(admin.in(finance), { go: { kind: 'manual' } }, []);
    // Named by the path, from wherever it is asked.
    await at.client.call(updateFlow, { params: { id }, body: { name: 'Bills' } });
  });
  afterAll(() => at?.stop());

  const actions = async (client: Client, project?: string): Promise<string[]> => {
    const { items } = await client.call(listAudit, { query: { limit: 100, project } });
    return items.map(({ action, actorName }) => `${actorName}: ${action}`);
  };

  const OWN = [
    'Ada Lovelace: flows.update',
    'Grace: flows.create',
    'Grace: access.joinProject',
    'Ada Lovelace: access.inviteMember',
  ];

  it('shows an admin what was done in it, and nothing else whatever is asked for', async () => {
    expect(await actions(admin)).toEqual(OWN);
    expect(await actions(admin, 'default')).toEqual(OWN);
    await expect(actions(admin.in('default'))).rejects.toThrow('There is no project “default”.');
  });

  it('is a part of what an owner sees, with what concerns no project', async () => {
    await new Client(() => at.url).call(signIn, {
      body: { email: 'grace@example.com', password: GRACE.password },
    });
    expect(await actions(at.client, finance)).toEqual(OWN);
    expect(await actions(at.client, 'default')).toEqual(['Ada Lovelace: flows.create']);
    expect(await actions(at.client)).toEqual(
      expect.arrayContaining(['Grace: access.signIn', 'Ada Lovelace: access.createProject']),
    );
  });

  it('is not that of the next project of its name', async () => {
    const { client } = at;
    const create = () => client.call(createProject, { body: { name: 'Sales' } });
    const { id } = await create();
    const body = { email: 'linus@example.com', role: 'viewer' } as const;
    await client.in(id).call(inviteMember, { body });
    expect(await actions(client, id)).toEqual(['Ada Lovelace: access.inviteMember']);
    await client.call(deleteProject, { params: { id } });
    expect((await create()).id).toBe(id);
    expect(await actions(client, id)).toEqual([]);
    expect(await actions(client)).toContain('Ada Lovelace: access.inviteMember');
  });
});
