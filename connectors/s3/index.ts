/** The S3 connector: any store that speaks S3, with signed requests. */
import { defineConnector, parseWith, readIcon } from '#sdk';

import { s3Auth, s3Config } from './config.ts';
import { errorRules } from './error-rules.ts';
import { buckets, listObjects, newObject } from './list-objects.ts';
import { copyObject, deleteObject, getObject, headObject, putObject } from './objects.ts';
import { shareObject } from './presign.ts';
import { sendForXml } from './send.ts';

export const s3 = defineConnector({
  id: 's3',
  version: '1.0.0',
  kind: 'protocol',
  name: 'S3',
  description: 'Read and write objects of Amazon S3 and of every store that speaks like it.',
  categories: ['Files and storage'],
  useCases: [
    'Keep the files that a flow makes or receives.',
    'Start when a file is put into a bucket.',
    'Send an address that can be used for a day instead of a large attachment.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#b45309' },
  docsUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['*.amazonaws.com', '{config.endpoint}'] },
  config: s3Config,
  auth: [s3Auth],
  actions: {
    listObjects,
    getObject,
    headObject,
    putObject,
    copyObject,
    deleteObject,
    shareObject,
  },
  triggers: { newObject },
  options: { buckets },
  errors: errorRules,
  test: async (ctx) => {
    const config = parseWith(s3Config, ctx.config);
    await sendForXml({ ...ctx, config }, {});
    const where = config.endpoint ? new URL(config.endpoint).host : `Amazon S3, ${config.region}`;
    return { identity: `${ctx.credential?.fields.accessKeyId} at ${where}` };
  },
});
