import { createHash } from 'node:crypto';

import type { ActionContext } from './context.ts';

/** How to open a client of some protocol, and how to end it. */
export interface ClientKind<Client> {
  /** False once the client cannot be used any more. */
  isOpen(client: Client): boolean;
  close(client: Client): unknown;
  /** Milliseconds that an unused client stays open. Default 5000. */
  idleMs?: number;
}

/** Clients that stay open between the steps that use them. */
export interface KeptClients<Client> {
  /** Does work with the client of this key, opened first where there is none. */
  use<Result>(
    key: string,
    open: () => Promise<Client>,
    work: (client: Client) => Promise<Result>,
  ): Promise<Result>;
}

interface Kept<Client> {
  client: Promise<Client>;
  opened?: Client;
  users: number;
  timer?: NodeJS.Timeout;
}

/**
 * Shares one client between the steps of a connection and closes it when nobody has used it for a
 * while. A client that broke is replaced at the next use.
 */
export function keepClients<Client>(kind: ClientKind<Client>): KeptClients<Client> {
  const known = new Map<string, Kept<Client>>();

  async function end(key: string, kept: Kept<Client>): Promise<void> {
    clearTimeout(kept.timer);
    if (known.get(key) === kept) known.delete(key);
    if (kept.users > 0) return;
    try {
      await kind.close(await kept.client);
    } catch {
      // It was broken already.
    }
  }

  function take(key: string, open: () => Promise<Client>): Kept<Client> {
    const found = known.get(key);
    if (found && isUsable(found)) return found;
    if (found) void end(key, found);
    const kept: Kept<Client> = { client: open(), users: 0 };
    known.set(key, kept);
    kept.client.then(
      (client) => (kept.opened = client),
      () => known.get(key) === kept && known.delete(key),
    );
    return kept;
  }

  // One that is still being opened is waited for.
  function isUsable({ opened }: Kept<Client>): boolean {
    return opened === undefined || kind.isOpen(opened);
  }

  function release(key: string, kept: Kept<Client>, client: Client): void {
    kept.users -= 1;
    if (kept.users > 0) return;
    if (known.get(key) !== kept || !kind.isOpen(client)) return void end(key, kept);
    kept.timer = setTimeout(() => void end(key, kept), kind.idleMs ?? 5000);
  }

  return {
    use: async (key, open, work) => {
      const kept = take(key, open);
      kept.users += 1;
      clearTimeout(kept.timer);
      try {
        return await work(await kept.client);
      } finally {
        await kept.client.then(
          (client) => release(key, kept, client),
          () => undefined,
        );
      }
    },
  };
}

/** A key that changes with the connection, its settings, its secret and the address dialled. */
export function clientKey(
  ctx: Pick<ActionContext<unknown, unknown>, 'connectionId' | 'config' | 'credential'>,
  address: string,
): string {
  const facts = [ctx.connectionId, ctx.config, ctx.credential, address];
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64');
}
