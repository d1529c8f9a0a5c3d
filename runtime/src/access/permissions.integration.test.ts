import { Client } from '@patchbay/e2e/client';
import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createProject, inviteMember, joinProject, ROLES } from '@patchbay/shared/access';
import { PERMISSIONS, type Permission, type Problem } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Who may what, written down once more: a change of a role has to be meant. */
const MAY: Record<Exclude<Permission, 'public'>, string> = {
  'flow.read': 'viewer operator editor admin owner',
  'run.read': 'viewer operator editor admin owner',
  'catalog.read': 'viewer operator editor admin owner',
  'connection.read': 'viewer operator editor admin owner',
  'member.read': 'viewer operator editor admin owner',
  'run.start': 'operator editor admin owner',
  'run.control': 'operator editor admin owner',
  'connection.use': 'operator editor admin owner',
  'flow.edit': 'editor admin owner',
  'flow.publish': 'editor admin owner',
  'connection.edit': 'editor admin owner',
  'member.edit': 'admin owner',
  'project.edit': 'admin owner',
  'catalog.edit': 'owner',
  'settings.read': 'owner',
  'settings.edit': 'owner',
  'audit.read': 'admin owner',
};

interface Operation {
  method: string;
  path: string;
  permission: Permission;
}
interface Document {
  paths: Record<string, Record<string, { 'x-permission': Permission }>>;
}

const mayOf = (permission: Permission): string[] =>
  permission === 'public' ? [] : MAY[permission].split(' ');
const needs = ({ permission }: Operation): string =>
  `403 This needs the permission "${permission}".`;

describe('every address of the API', () => {
  let at: TestHouse;
  let operations: Operation[];
  const people = new Map<string, Client>();
  beforeAll(async () => {
    at = await openTestHouse('sqlite', { works: false });
    const { paths } = (await (await fetch(`${at.url}/api/openapi.json`)).json()) as Document;
    operations = Object.entries(paths)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, of]) => ({
          method: method.toUpperCase(),
          path: path.replace('{number}', '1').replaceAll(/\{\w+\}/g, 'nothing'),
          permission: of['x-permission'],
        })),
      )
      .filter(({ permission }) => permission !== 'public');
    const { id: project } = await at.client.call(createProject, { body: { name: 'Finance' } });
    const { id: other } = await at.client.call(createProject, { body: { name: 'Sales' } });
    const join = async (name: string, place: string, role: (typeof ROLES)[number]) => {
      const body = { email: `${name}@example.com`, role };
      const { secret } = await at.client.in(place).call(inviteMember, { body });
      const person = new Client(() => at.url);
      await person.call(joinProject, { body: { secret, name, password: 'one two three four' } });
      people.set(name, person.in(project));
    };
    for (const role of ROLES) await join(role, project, role);
    await join('outsider', other, 'admin');
    people.set('nobody', new Client(() => at.url).in(project));
  });
  afterAll(() => at?.stop());

  /** What each operation answers to somebody who asks for nothing that is there. */
  const ask = async (person: string): Promise<{ of: Operation; refusal: string }[]> => {
    const client = people.get(person) as Client;
    return Promise.all(
      operations.map(async (of) => {
        const gone = new AbortController();
        const init = {
          method: of.method,
          signal: gone.signal,
          ...(of.method !== 'GET' && {
            body: '{"nothing":true}',
            headers: { 'content-type': 'application/json' },
          }),
        };
        const response = await client.request(of.path, init);
        const { status } = response;
        // Streams would go on.
        const refused = status === 401 || status === 403 || status === 404;
        const problem = refused ? ((await response.json()) as Problem) : undefined;
        gone.abort();
        return { of, refusal: problem ? `${status} ${problem.message}` : 'none' };
      }),
    );
  };

  it('names a permission of which it is written here who has it', () => {
    expect(Object.keys(MAY).toSorted()).toEqual(
      PERMISSIONS.filter((one) => one !== 'public').toSorted(),
    );
    expect(operations.length).toBeGreaterThan(70);
  });

  it.each(ROLES)('lets a person who is %s do what the role may, and nothing else', async (role) => {
    const answers = await ask(role);
    const refused = answers.filter(({ of, refusal }) => refusal === needs(of));
    const barred = operations.filter(({ permission }) => !mayOf(permission).includes(role));
    expect(refused.map(({ of }) => of)).toEqual(barred);
  });

  it('is not there for who is in another project', async () => {
    const answers = await ask('outsider');
    expect(new Set(answers.map(({ refusal }) => refusal))).toEqual(
      new Set(['404 There is no project “finance”.']),
    );
  });

  it('is shut for who is not signed in', async () => {
    const answers = await ask('nobody');
    expect(new Set(answers.map(({ refusal }) => refusal))).toEqual(
      new Set(['401 You are not signed in.']),
    );
  });
});
