import { z } from 'zod';

import { defineAction, sendHttp, statusProblem, valueAt } from '#sdk';

import { channel, SAMPLE_CHANNEL, threadTs } from './fields.ts';

/** Slack takes a file in three steps: a place for it, the bytes, and where it is shown. */
export const uploadFile = defineAction({
  title: 'Share a file',
  description: 'Uploads a file and shows it in a channel or thread.',
  tags: ['upload', 'attach', 'document', 'picture'],
  docsUrl: 'https://docs.slack.dev/messaging/working-with-files',
  input: z.strictObject({
    channel_id: channel,
    file: z
      .looseObject({ base64: z.string(), name: z.string(), type: z.string().optional() })
      .meta({
        title: 'File',
        description: 'As another step gives it: name, type and content in base64.',
        'x-order': 2,
      }),
    initial_comment: z.string().optional().meta({
      title: 'Text',
      'x-multiline': true,
      'x-order': 3,
    }),
    thread_ts: threadTs,
    title: z.string().optional().meta({ title: 'Title', 'x-order': 5 }),
  }),
  output: z.looseObject({ id: z.string(), title: z.string().optional() }),
  sample: {
    channel_id: SAMPLE_CHANNEL.id,
    file: { name: 'orders.csv', type: 'text/csv', base64: 'bnIsdG90YWwKMTA0MiwyODgK' },
    initial_comment: 'The orders of today.',
  },
  sampleOutput: { id: 'F0123456789', title: 'orders.csv' },
  effects: { reads: false },
  scopes: ['files:write'],
  run: async (ctx, manifest) => {
    const { file, title = file.name, ...where } = ctx.input;
    const length = Buffer.from(file.base64, 'base64').byteLength;
    const place = await sendHttp(
      manifest,
      { method: 'GET', path: '/files.getUploadURLExternal' },
      { ...ctx, input: { filename: file.name, length } },
    );
    const answer = await ctx.http.request({
      method: 'POST',
      url: String(valueAt(place, 'upload_url')),
      body: file,
      bodyType: 'binary',
      signal: ctx.signal,
    });
    const failure = statusProblem(answer, manifest.errors);
    if (failure) throw failure;
    const id = valueAt(place, 'file_id');
    return sendHttp(
      manifest,
      {
        method: 'POST',
        path: '/files.completeUploadExternal',
        params: { files: { in: 'body', style: 'json' } },
        body: { type: 'form' },
        result: 'files.0',
      },
      { ...ctx, input: { files: [{ id, title }], ...where } },
    );
  },
});
