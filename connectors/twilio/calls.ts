import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { ACCOUNT, call, DOCS, from, SAMPLE_CALL, to } from './fields.ts';

export const makeCall = defineHttpAction({
  title: 'Make a call',
  description: 'Calls a number and does what the TwiML says, such as reading a text.',
  tags: ['phone', 'voice', 'alarm'],
  docsUrl: `${DOCS}/voice/api/call-resource#create-a-call-resource`,
  input: z.strictObject({
    To: to,
    From: from,
    Twiml: z.string().max(4000).meta({
      title: 'TwiML',
      'x-placeholder': '<Response><Say>The freezer is too warm.</Say></Response>',
      'x-multiline': true,
      'x-order': 3,
    }),
    Timeout: z
      .number()
      .int()
      .min(1)
      .max(600)
      .optional()
      .meta({ title: 'Let it ring for (s)', 'x-advanced': true }),
  }),
  output: call,
  sample: {
    To: '+447700900123',
    From: '+447700900456',
    Twiml: '<Response><Say>The freezer is too warm.</Say></Response>',
  },
  sampleOutput: SAMPLE_CALL,
  effects: { reads: false },
  http: { method: 'POST', path: `${ACCOUNT}/Calls.json`, body: { type: 'form' } },
});

export const getCall = defineHttpAction({
  title: 'Get a call',
  description: 'Says how a call went.',
  tags: ['status', 'phone'],
  docsUrl: `${DOCS}/voice/api/call-resource#fetch-a-call-resource`,
  input: z.strictObject({
    Sid: z.string().min(1).meta({ title: 'Call', description: 'Its SID.' }),
  }),
  output: call,
  sample: { Sid: SAMPLE_CALL.sid },
  sampleOutput: { ...SAMPLE_CALL, status: 'completed', duration: '12' },
  effects: { reads: true },
  http: { method: 'GET', path: `${ACCOUNT}/Calls/{Sid}.json` },
});
