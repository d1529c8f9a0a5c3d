import { z } from 'zod';

/** What a connection of the HTTP connector holds beside its credential. */
export const httpConfig = z.strictObject({
  baseUrl: z
    .string()
    .regex(/^(https?:\/\/[^\s/]+.*)?$/, 'must start with https:// or http://')
    .refine((text) => text === '' || URL.canParse(text), 'is not an address')
    .default('')
    .meta({
      title: 'Base address',
      description:
        'Requests may give a path below it. The credential is sent to this host alone, so it is needed with every kind of authentication.',
      'x-placeholder': 'https://api.example.com/v1',
    }),
  headers: z.record(z.string(), z.string()).default({}).meta({
    title: 'Headers',
    description: 'Sent with every request. Not for secrets: choose an API key for those.',
    'x-advanced': true,
  }),
  testPath: z.string().default('').meta({
    title: 'Test path',
    description: 'A path that answers below 400 when all is well. Empty tests the base address.',
    'x-placeholder': '/me',
    'x-advanced': true,
  }),
});
