import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { findFreePort } from './free-port.ts';
import {
  choosePlace,
  endProcess,
  type PrivateServer,
  startPrivate,
  startProcess,
} from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable } from './shell.ts';

const USER = 'patchbay';
const PASSWORD = 'patchbay-tests';

/** RabbitMQ; it takes half a minute to start, so a test file starts one for all its tests. */
export const rabbitmq: ServerPart = {
  name: 'RabbitMQ',
  packages: ['rabbitmq-server'],
  // Not the one on PATH, which insists on the system's own node.
  find: () => findExecutable('rabbitmq-server', ['/usr/lib/rabbitmq/bin']),
  start: async (command, place) => {
    const { port, dataDir } = await choosePlace('rabbitmq', place);
    const names = await startPortMapper();
    const env = await environment(port, dataDir, names.port);
    const url = `amqp://${USER}:${PASSWORD}@127.0.0.1:${port}/`;
    const how = { readyLine: 'Server startup complete', stopSignal: 'SIGTERM' } as const;
    try {
      const server = await startPrivate({ command, args: [], env, ...how }, { url, port, dataDir });
      return { ...server, stop: () => server.stop().finally(names.stop) };
    } catch (error) {
      await names.stop();
      throw error;
    }
  },
};

// Erlang would start one that listens everywhere and never ends.
async function startPortMapper(): Promise<Pick<PrivateServer, 'port' | 'stop'>> {
  const port = await findFreePort();
  const child = await startProcess({
    command: findExecutable('epmd') ?? 'epmd',
    args: ['-port', String(port), '-address', '127.0.0.1', '-d'],
    readyLine: 'epmd running',
    stopSignal: 'SIGTERM',
  });
  return { port, stop: () => endProcess(child, 'SIGTERM') };
}

async function environment(
  port: number,
  dataDir: string,
  mapperPort: number,
): Promise<Record<string, string>> {
  const settings = join(dataDir, 'rabbitmq.conf');
  const lines = [
    `listeners.tcp.1 = 127.0.0.1:${port}`,
    `default_user = ${USER}`,
    `default_pass = ${PASSWORD}`,
    'log.console = true',
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
  return {
    HOME: dataDir,
    ERL_EPMD_PORT: String(mapperPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_NODENAME: `patchbay${port}@localhost`,
    RABBITMQ_DIST_PORT: String(await findFreePort()),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    RABBITMQ_BASE: dataDir,
    RABBITMQ_MNESIA_BASE: join(dataDir, 'mnesia'),
    RABBITMQ_LOG_BASE: join(dataDir, 'log'),
    RABBITMQ_CONFIG_FILE: settings,
    RABBITMQ_ENABLED_PLUGINS_FILE: join(dataDir, 'plugins'),
    RABBITMQ_CONF_ENV_FILE: join(dataDir, 'none'),
  };
}
