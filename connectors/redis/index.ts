/** The Redis connector; it speaks to every server of that protocol, such as Valkey. */
import { defineConnector, noAuth, readIcon } from '#sdk';

import {
  addToSet,
  getHash,
  popList,
  pushList,
  readList,
  readSet,
  removeFromSet,
  setHash,
} from './collections.ts';
import { command } from './command.ts';
import { passwordAuth, redisConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { deleteKeys, expire, get, increment, listKeys, set } from './keys.ts';
import { addToStream, newEntry, publish, readStream } from './messages.ts';
import { redisContext, withRedis } from './with-redis.ts';

export const redis = defineConnector({
  id: 'redis',
  version: '1.0.0',
  name: 'Redis',
  description: 'Keys, hashes, lists, sets, messages and streams of a Redis or Valkey server.',
  kind: 'protocol',
  categories: ['Databases', 'Messaging'],
  useCases: [
    'Remember which orders were handled already, in a set.',
    'Hand work to another program through a list or a stream.',
    'Start a flow for each entry of a stream.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#c6302b' },
  docsUrl: 'https://redis.io/docs/latest/commands/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: redisConfig,
  auth: [passwordAuth, noAuth({ title: 'No password' })],
  actions: {
    get,
    set,
    delete: deleteKeys,
    increment,
    expire,
    listKeys,
    getHash,
    setHash,
    pushList,
    popList,
    readList,
    addToSet,
    removeFromSet,
    readSet,
    publish,
    addToStream,
    readStream,
    command,
  },
  triggers: { newEntry },
  options: {},
  errors: errorRules,
  test: (ctx) =>
    withRedis(redisContext(ctx), async (client) => {
      const facts = await client.info('server');
      const version = /^redis_version:(\S+)/m.exec(facts)?.[1] ?? 'unknown version';
      return { identity: `Redis ${version}, database ${redisContext(ctx).config.database}` };
    }),
});
