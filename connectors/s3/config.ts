import { z } from 'zod';

import { customAuth } from '#sdk';

/** What a connection to a store holds beside its keys. */
export const s3Config = z.strictObject({
  region: z.string().min(1).default('us-east-1').meta({
    title: 'Region',
    description: 'Stores without regions take us-east-1 or auto.',
    'x-order': 1,
  }),
  endpoint: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      title: 'Address',
      description: 'Of a store that is not Amazon’s, such as MinIO, R2 or Ceph.',
      'x-placeholder': 'https://minio.example.com',
      'x-order': 2,
    }),
  addressing: z
    .enum(['auto', 'path', 'host'])
    .default('auto')
    .meta({
      title: 'The bucket stands',
      description: 'Automatic: in the host at Amazon, in the path elsewhere.',
      'x-enumTitles': ['Automatic', 'In the path', 'In the host'],
      'x-advanced': true,
      'x-order': 3,
    }),
});
export type S3Config = z.output<typeof s3Config>;

/** An access key. It is handed to our code, because an address to share is signed without a request. */
export const s3Auth = customAuth(
  {
    id: 'keys',
    title: 'Access key',
    help: 'A key with only the rights that the flows need.',
    helpUrl: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  },
  z.strictObject({
    accessKeyId: z.string().min(1).meta({ title: 'Access key id' }),
    secretAccessKey: z.string().min(1).meta({ title: 'Secret access key', 'x-secret': true }),
    sessionToken: z.string().optional().meta({ title: 'Session token', 'x-secret': true }),
  }),
);
