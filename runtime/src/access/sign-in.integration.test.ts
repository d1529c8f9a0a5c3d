import { Client, OWNER } from '@patchbay/e2e/client';
import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { getMe, signIn, signOut } from '@patchbay/shared/access';
import { listAudit } from '@patchbay/shared/audit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('the audit of signing in', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse('sqlite', { works: false });
  });
  afterAll(() => house.stop());

  const last = async (action: string) => {
    const { items } = await house.client.call(listAudit, { query: { action, limit: 1 } });
    return items[0];
  };

  it('names the person who comes and goes', async () => {
    const { id: actor } = await house.client.call(getMe, {});
    const who = { actor, actorName: OWNER.name };
    expect(await last('access.setUpOwner')).toMatchObject(who);
    const other = await new Client(() => house.url).signIn();
    expect(await last('access.signIn')).toMatchObject({ ...who, details: { refused: false } });
    await other.call(signOut, {});
    expect(await last('access.signOut')).toMatchObject(who);
  });

  it('names the address that was tried when nobody came in', async () => {
    const body = { email: 'mallory@example.com', password: 'a guess of some length' };
    await expect(house.client.call(signIn, { body })).rejects.toThrow('wrong');
    expect(await last('access.signIn')).toMatchObject({
      actor: 'nobody',
      actorName: 'mallory@example.com',
      details: { refused: true },
    });
  });
});
