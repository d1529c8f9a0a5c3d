/**
 * The FTP connector: files of any FTP server, with TLS. One session for each step; the data always go
 * to the host whose address was checked.
 */
import {
  defineConnector,
  newFileTrigger,
  parseWith,
  readIcon,
  remoteFileActions,
  type RemoteServer,
} from '#sdk';

import { ftpAuth, ftpConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { remoteFolder } from './files.ts';
import { withFtp } from './with-ftp.ts';

const server: RemoteServer<typeof ftpConfig> = {
  config: ftpConfig,
  open: (ctx, work) => withFtp(ctx, (client) => work(remoteFolder(client))),
};

export const ftp = defineConnector({
  id: 'ftp',
  version: '1.0.0',
  kind: 'protocol',
  name: 'FTP',
  description: 'Read and write files on any FTP server, with or without TLS.',
  categories: ['Files and storage'],
  useCases: [
    'Take the files that an older system puts into a folder.',
    'Deliver a price list or an export as a file.',
    'Move what is processed out of the way.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#0e7490' },
  docsUrl: 'https://www.rfc-editor.org/rfc/rfc959',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: ftpConfig,
  auth: ftpAuth,
  actions: remoteFileActions(server, ['ftp', 'ftps']),
  triggers: { newFile: newFileTrigger(server, ['ftp']) },
  errors: errorRules,
  test: async (ctx) => {
    const config = parseWith(ftpConfig, ctx.config);
    const place = await withFtp({ ...ctx, config }, (client) => client.pwd());
    const user = ctx.credential?.fields.user ?? 'anonymous';
    return { identity: `${user} at ${config.host}, in ${place}` };
  },
});
