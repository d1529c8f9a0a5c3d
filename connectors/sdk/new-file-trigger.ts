import { z } from 'zod';

import { definePollTrigger, type Trigger } from './define-trigger.ts';
import { newFiles } from './new-files.ts';
import { remoteFileOutput, sampleRemoteFile, watchedFiles, watchFields } from './remote-files.ts';
import type { RemoteServer } from './remote-folder.ts';
import { parseWith } from './schema.ts';

/** Starts a flow for each file that appears in a folder of a server; `names` as for its actions. */
export function newFileTrigger<Config extends z.ZodType>(
  server: RemoteServer<Config>,
  names: string[],
): Trigger {
  return definePollTrigger({
    title: 'New file in a folder',
    description: 'Starts for each file that appears, once two looks show it with the same size.',
    tags: [...names, 'file', 'upload', 'drop', 'watch'],
    input: z.strictObject(watchFields),
    payload: remoteFileOutput.extend({ stamp: z.string() }),
    sample: { ...sampleRemoteFile, stamp: '2048 2026-11-24T10:00:00.000Z' },
    everyS: 60,
    key: 'path',
    poll: async (ctx, { cursor }) => {
      const config = parseWith(server.config, ctx.config);
      const { folder, endsWith, changes } = ctx.input;
      const found = await server.open({ ...ctx, config }, (files) => files.list(folder));
      return newFiles(watchedFiles(found, endsWith), cursor, { changes, settle: true });
    },
  });
}
