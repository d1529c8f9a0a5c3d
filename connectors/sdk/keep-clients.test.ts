import { describe, expect, it } from 'vitest';

import { keepClients } from './keep-clients.ts';

interface Client {
  id: number;
  open: boolean;
}

function keeper(idleMs = 20): {
  use: (work: (c: Client) => Promise<number>) => Promise<number>;
  opened: Client[];
} {
  const opened: Client[] = [];
  const kept = keepClients<Client>({
    isOpen: ({ open }) => open,
    close: (client) => (client.open = false),
    idleMs,
  });
  const open = async (): Promise<Client> => {
    const client = { id: opened.length, open: true };
    opened.push(client);
    return client;
  };
  return { use: (work) => kept.use('k', open, work), opened };
}

describe('kept clients', () => {
  it('are shared by calls at the same time and one after the other', async () => {
    const { use, opened } = keeper(10_000);
    const ids = await Promise.all([1, 2, 3].map(() => use(async ({ id }) => id)));
    expect([...ids, await use(async ({ id }) => id)]).toEqual([0, 0, 0, 0]);
    expect(opened).toHaveLength(1);
  });

  it('are closed when nobody has used them for a while', async () => {
    const { use, opened } = keeper();
    await use(async () => 1);
    expect(opened[0]?.open).toBe(true);
    await expect.poll(() => opened[0]?.open).toBe(false);
    expect(await use(async ({ id }) => id)).toBe(1);
  });

  it('are not closed while somebody works', async () => {
    const { use, opened } = keeper(1);
    const open = await use(async (client) => {
      await use(async () => 1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      return Number(client.open);
    });
    expect(open).toBe(1);
    expect(opened).toHaveLength(1);
  });

  it('are replaced when they broke', async () => {
    const { use, opened } = keeper();
    await use(async (client) => Number((client.open = false)));
    const ids = await Promise.all([use(async ({ id }) => id), use(async ({ id }) => id)]);
    expect(ids).toEqual([1, 1]);
    expect(opened).toHaveLength(2);
  });

  it('are asked for anew after they could not be opened', async () => {
    const kept = keepClients<Client>({ isOpen: () => true, close: () => undefined });
    const fails = kept.use(
      'k',
      () => Promise.reject(new Error('no')),
      async () => 1,
    );
    await expect(fails).rejects.toThrow('no');
    const works = kept.use(
      'k',
      async () => ({ id: 7, open: true }),
      async ({ id }) => id,
    );
    expect(await works).toBe(7);
  });
});
