import { z } from 'zod';

import {
  definePollTrigger,
  newFiles,
  parseWith,
  remoteFileOutput,
  sampleRemoteFile,
  watchedFiles,
  watchFields,
} from '#sdk';

import { ftpConfig } from './config.ts';
import { listFolder } from './files.ts';
import { withFtp } from './with-ftp.ts';

/** Starts a flow for each file that appears in a folder. */
export const newFile = definePollTrigger({
  title: 'New file in a folder',
  description: 'Starts for each file that appears, once two looks show it with the same size.',
  tags: ['ftp', 'file', 'upload', 'drop', 'watch'],
  input: z.strictObject(watchFields),
  payload: remoteFileOutput.extend({ stamp: z.string() }),
  sample: { ...sampleRemoteFile, stamp: '2048 2026-11-24T10:00:00.000Z' },
  everyS: 60,
  key: 'path',
  poll: async (ctx, { cursor }) => {
    const config = parseWith(ftpConfig, ctx.config);
    const { folder, endsWith, changes } = ctx.input;
    const found = await withFtp({ ...ctx, config }, (client) => listFolder(client, folder));
    return newFiles(watchedFiles(found, endsWith), cursor, { changes, settle: true });
  },
});
