import { Client } from '@patchbay/e2e/client';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import {
  changeMember,
  createProject,
  deleteProject,
  inviteMember,
  joinProject,
  listMembers,
  type Role,
} from '@patchbay/shared/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROUNDS = 8;

describe.each(DIALECTS)('people who are changed by two at once, %s', (dialect) => {
  let at: TestHouse;
  let owner: Client;
  beforeAll(async () => {
    at = await openTestHouse(dialect, { works: false });
    owner = at.client;
  });
  afterAll(() => at?.stop());

  const invite = async (by: Client, name: string, role: Role): Promise<string> =>
    (await by.call(inviteMember, { body: { email: `${name}@example.com`, role } })).secret;
  const join = async (secret: string, name: string): Promise<Client> => {
    const person = new Client(() => at.url);
    await person.call(joinProject, { body: { secret, name, password: 'one two three four' } });
    return person;
  };

  it('are not unmade as owners by an admin who still saw a viewer', async () => {
    const admin = await join(await invite(owner, 'admin', 'admin'), 'Admin');
    await join(await invite(owner, 'riser', 'viewer'), 'Riser');
    const riser = async () =>
      (await owner.call(listMembers, {})).items.find(({ name }) => name === 'Riser');
    const params = { id: (await riser())?.id ?? '' };
    for (let round = 0; round < ROUNDS; round++) {
      await owner.call(changeMember, { params, body: { role: 'viewer' } });
      await Promise.allSettled([
        admin.call(changeMember, { params, body: { role: 'editor' } }),
        owner.call(changeMember, { params, body: { role: 'owner' } }),
      ]);
      expect(await riser()).toMatchObject({ role: 'owner' });
    }
  });

  it('are in no project that was deleted while they came', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await owner.call(createProject, { body: { name: `Short ${round}` } });
      const secret = await invite(owner.in(id), `late${round}`, 'editor');
      await Promise.allSettled([
        join(secret, 'Late'),
        invite(owner.in(id), `later${round}`, 'viewer'),
        owner.call(deleteProject, { params: { id } }),
      ]);
    }
    for (const table of ['member', 'invitation'])
      expect(
        await at.house.db.query(
          `select * from ${table} where project_id <> '*' and project_id not in (select id from project)`,
        ),
      ).toEqual([]);
  });
});
