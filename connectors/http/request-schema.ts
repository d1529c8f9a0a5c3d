import { z } from 'zod';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const BODY_TYPES = ['json', 'form', 'multipart', 'text', 'binary', 'none'] as const;
const RESPONSES = ['auto', 'json', 'text', 'file'] as const;

/** What the action takes, in the order of the form. */
export const requestInput = z.strictObject({
  method: z.enum(METHODS).default('GET').meta({ title: 'Method', 'x-order': 1 }),
  url: z.string().min(1).meta({
    title: 'Address',
    description: 'A whole address, or a path below the base address of the connection.',
    'x-placeholder': 'https://api.example.com/customers',
    'x-order': 2,
  }),
  query: z.record(z.string(), z.any()).optional().meta({
    title: 'Query parameters',
    description: 'Added to the address. A list repeats its parameter.',
    'x-order': 3,
  }),
  headers: z.record(z.string(), z.string()).optional().meta({ title: 'Headers', 'x-order': 4 }),
  bodyType: z
    .enum(BODY_TYPES)
    .default('json')
    .meta({
      title: 'Body type',
      'x-enumTitles': ['JSON', 'Form', 'Form with files', 'Text', 'Binary', 'No body'],
      'x-order': 5,
    }),
  body: z.any().optional().meta({
    title: 'Body',
    description: 'For a file: { name, type, base64 }. Not sent with GET and HEAD.',
    'x-order': 6,
  }),
  response: z
    .enum(RESPONSES)
    .default('auto')
    .meta({
      title: 'Read the answer as',
      'x-enumTitles': ['Automatic, by its content type', 'JSON', 'Text', 'File'],
      'x-order': 7,
    }),
  failOnError: z.boolean().default(true).meta({
    title: 'Fail on an error status',
    description: 'Off: an answer of 400 or more is an ordinary output, for the flow to look at.',
    'x-order': 8,
  }),
  idempotencyKey: z.boolean().default(true).meta({
    title: 'Send an Idempotency-Key',
    description:
      'With every method that writes. The key is the same in each attempt, so a server that knows the header does the work once. Others ignore it.',
    'x-advanced': true,
    'x-order': 9,
  }),
  timeoutSeconds: z.number().min(1).max(600).default(30).meta({
    title: 'Time limit (seconds)',
    'x-advanced': true,
    'x-order': 10,
  }),
  redirects: z.number().int().min(0).max(20).default(5).meta({
    title: 'Redirects to follow',
    description: 'Credentials are not sent on to another host.',
    'x-advanced': true,
    'x-order': 11,
  }),
});

/** What the action gives. */
export const requestOutput = z.object({
  status: z.number().int().meta({ title: 'Status' }),
  headers: z
    .record(z.string(), z.string())
    .meta({ title: 'Headers', description: 'Names in lower case.' }),
  body: z.any().meta({ title: 'Body', description: 'JSON, text, a file, or null when empty.' }),
});
