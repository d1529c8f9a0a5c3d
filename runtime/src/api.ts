import { once } from 'node:events';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';

import { createAdaptorServer } from '@hono/node-server';
import { OAUTH_CALLBACK } from '@patchbay/shared/connections';
import { Hono } from 'hono';

import { identify, standingOf } from '#access';
import { record } from '#audit';
import { healthRoom } from '#health';
import { Api, servePages } from '#http';
import { StartError } from '#lib';

import type { OpenHouse } from './house.ts';
import { roomsOf } from './rooms.ts';

const STUDIO = fileURLToPath(new URL('../../studio/dist', import.meta.url));

export interface Front {
  url: string;
  close(): Promise<void>;
}

/** The front door for people and webhooks. Resolves with where it listens. */
export async function startApi(house: OpenHouse): Promise<Front> {
  const { db, log, clock, auth } = house;
  const api = new Api({
    db,
    log,
    clock,
    record,
    identify: (request) => identify({ auth, clock, query: db.query }, request),
    standingOf: (asked) => standingOf(db.query, asked),
  });
  for (const room of roomsOf(house)) {
    room.routes?.(api.app);
    room.mount?.(api);
  }
  api.refuseUnknown();
  servePages(api.app, STUDIO, OAUTH_CALLBACK);
  return serve(house, api.app);
}

/** What a worker shows of itself: whether it lives, is ready, and its figures. */
export async function startProbes(house: OpenHouse): Promise<Front> {
  const app = new Hono();
  healthRoom(house).routes?.(app);
  return serve(house, app);
}

async function serve(house: OpenHouse, app: Hono): Promise<Front> {
  const { settings } = house;
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  // Longer than the usual 60 s of a proxy in front, which would send a request into a connection we close.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, settings);
  const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  house.listensAt(url);
  return { url, close: () => close(server) };
}

async function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is taken. Set PORT to a free one, or stop what uses it.`, {
        cause,
      });
    if (code === 'EACCES')
      throw new StartError(
        `Port ${port} may not be used by this user. Set PORT to one above 1023.`,
        { cause },
      );
    throw new StartError(`Could not listen on ${host}:${port}: ${(cause as Error).message}`, {
      cause,
    });
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 2000);
  await once(server, 'close');
  clearTimeout(late);
}
