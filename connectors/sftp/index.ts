/**
 * The SFTP connector: files of any SSH server. One session for each step; nothing is sent before the
 * server has shown the key that a person confirmed.
 */
import { promisify } from 'node:util';

import {
  defineConnector,
  newFileTrigger,
  parseWith,
  readIcon,
  remoteFileActions,
  type RemoteServer,
} from '#sdk';

import { sftpAuth, sftpConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { remoteFolder } from './files.ts';
import { withSftp } from './with-sftp.ts';

const server: RemoteServer<typeof sftpConfig> = {
  config: sftpConfig,
  open: (ctx, work) => withSftp(ctx, (session) => work(remoteFolder(session))),
};

export const sftp = defineConnector({
  id: 'sftp',
  version: '1.0.0',
  kind: 'protocol',
  name: 'SFTP',
  description: 'Read and write files on any SSH server.',
  categories: ['Files and storage'],
  useCases: [
    'Take the orders that a partner puts into a folder.',
    'Deliver a report or an export as a file.',
    'Move what is processed out of the way.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#15803d' },
  docsUrl: 'https://man.openbsd.org/sftp-server',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: sftpConfig,
  auth: sftpAuth,
  actions: remoteFileActions(server, ['sftp', 'ssh']),
  triggers: { newFile: newFileTrigger(server, ['sftp']) },
  errors: errorRules,
  test: async (ctx) => {
    const config = parseWith(sftpConfig, ctx.config);
    const place = await withSftp({ ...ctx, config }, (session) =>
      promisify<string, string>(session.realpath.bind(session))('.'),
    );
    return { identity: `${ctx.credential?.fields.user} at ${config.host}, in ${place}` };
  },
});
