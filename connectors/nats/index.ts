/** The NATS connector, with JetStream. */
import { defineConnector, noAuth, readIcon } from '#sdk';

import { credsAuth, natsConfig, tokenAuth, userAuth } from './config.ts';
import { publish, request } from './messages.ts';
import { newMessage, publishToStream, readStream, streams } from './streams.ts';
import { natsContext, withNats } from './with-nats.ts';

export const nats = defineConnector({
  id: 'nats',
  version: '1.0.0',
  name: 'NATS',
  description: 'Messages, requests and JetStream streams of a NATS server.',
  kind: 'protocol',
  categories: ['Messaging'],
  useCases: [
    'Tell other services of an order by a message.',
    'Ask a service and use its answer in the flow.',
    'Start a flow for each message of a stream.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#27aae1' },
  docsUrl: 'https://docs.nats.io/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: natsConfig,
  auth: [userAuth, tokenAuth, credsAuth, noAuth()],
  actions: { publish, request, publishToStream, readStream },
  triggers: { newMessage },
  options: { streams },
  errors: [],
  test: (ctx) =>
    withNats(natsContext(ctx), async (client) => {
      const { server_name: name, version } = client.info ?? { server_name: '', version: '' };
      return { identity: `NATS ${version}, ${name}` };
    }),
});
