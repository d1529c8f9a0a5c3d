/**
 * The FTP connector: files of any FTP server, with TLS. One session for each step; the data always go
 * to the host whose address was checked.
 */
import { defineConnector, parseWith, readIcon } from '#sdk';

import { deleteFile, deleteFolder, get, list, makeFolder, move, put } from './actions.ts';
import { ftpAuth, ftpConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { newFile } from './triggers.ts';
import { withFtp } from './with-ftp.ts';

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
  actions: { list, get, put, move, deleteFile, makeFolder, deleteFolder },
  triggers: { newFile },
  errors: errorRules,
  test: async (ctx) => {
    const config = parseWith(ftpConfig, ctx.config);
    const place = await withFtp({ ...ctx, config }, (client) => client.pwd());
    const user = ctx.credential?.fields.user ?? 'anonymous';
    return { identity: `${user} at ${config.host}, in ${place}` };
  },
});
