import { AwsV4Signer } from 'aws4fetch';
import { z } from 'zod';

import { defineAction } from '#sdk';

import { addressOf } from './address.ts';
import { s3Config } from './config.ts';
import { bucketField, keyField } from './fields.ts';
import { keysOf } from './send.ts';

/** What is signed into an address. */
export interface Presigned {
  url: string;
  method: string;
  expiresS: number;
  region: string;
  keys: Record<string, string>;
  /** As 20261124T100000Z; default now. */
  datetime?: string;
}

/** An address that carries its own signature. */
export async function presignedUrl(asked: Presigned): Promise<string> {
  const { method, expiresS, region, keys, datetime } = asked;
  const url = new URL(asked.url);
  url.searchParams.set('X-Amz-Expires', String(expiresS));
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    accessKeyId: keys.accessKeyId ?? '',
    secretAccessKey: keys.secretAccessKey ?? '',
    ...(keys.sessionToken && { sessionToken: keys.sessionToken }),
    ...(datetime && { datetime }),
    service: 's3',
    region,
    signQuery: true,
  });
  return (await signer.sign()).url.href;
}

/** Makes an address that others may use for a while. */
export const shareObject = defineAction({
  title: 'Make an address to share',
  description: 'Gives an address by which anybody can read or write one object for a while.',
  tags: ['s3', 'presign', 'link', 'download', 'upload'],
  input: z.strictObject({
    bucket: bucketField,
    key: keyField,
    method: z
      .enum(['GET', 'PUT'])
      .default('GET')
      .meta({ title: 'To', 'x-enumTitles': ['Read', 'Write'], 'x-order': 3 }),
    expiresS: z.number().int().min(1).max(604_800).default(3600).meta({
      title: 'For how long (seconds)',
      description: 'A week at most.',
      'x-order': 4,
    }),
  }),
  output: z.object({
    url: z.string().meta({ title: 'Address' }),
    expires: z.string().meta({ title: 'Until' }),
  }),
  sample: { bucket: 'reports', key: '2026/11.csv' },
  sampleOutput: {
    url: 'https://reports.s3.eu-central-1.amazonaws.com/2026/11.csv?X-Amz-Expires=3600',
    expires: '2026-11-24T11:00:00.000Z',
  },
  effects: { reads: true },
  config: s3Config,
  run: async (ctx) => {
    const { method, expiresS } = ctx.input;
    const { region } = ctx.config;
    const url = addressOf(ctx.config, ctx.input);
    const until = new Date(Date.now() + expiresS * 1000);
    const signed = await presignedUrl({ url, method, expiresS, region, keys: keysOf(ctx) });
    return { url: signed, expires: until.toISOString() };
  },
});
