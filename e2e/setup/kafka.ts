import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable } from './shell.ts';

const BROKERS = 2;

/**
 * A Kafka cluster of two brokers, each on a port of its own: the mock that librdkafka brings for tests
 * of clients, which lives inside a consumer of it. It says where it listens, and makes every topic
 * that is asked about, with four partitions. Its messages are gone with it.
 */
export const kafka: ServerPart = {
  name: 'Kafka',
  packages: ['kcat'],
  find: () => findExecutable('kcat'),
  start: async (command, place) => {
    const { dataDir } = await choosePlace('kafka', place);
    let port = 0;
    const onOutput = (text: string): void => {
      port ||= Number(/bootstrap\.servers=[\d.]+:(\d+)/.exec(text)?.[1]);
    };
    const server = await startPrivate(
      {
        command,
        args: ['-C', '-t', 'waiting', '-b', 'mock', '-d', 'mock', ...MOCK],
        readyLine: 'Created topic "waiting"',
        stopSignal: 'SIGTERM',
        onOutput,
      },
      { url: '', port, dataDir },
    );
    return { ...server, port, url: `kafka://127.0.0.1:${port}` };
  },
};

const MOCK = ['-X', `test.mock.num.brokers=${BROKERS}`];
