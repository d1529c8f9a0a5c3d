import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_CALL, SAMPLE_MESSAGE } from './fields.ts';
import { twilio } from './index.ts';

const SID = `AC${'0'.repeat(32)}`;
const ACCOUNT = `/2010-04-01/Accounts/${SID}`;
const text = z.string().optional();
const type = 'application/x-www-form-urlencoded';
const PageSize = z.string();
const basic = Buffer.from('SK1:secret').toString('base64');
const service = { gives: { services: [{ sid: 'MG1', friendly_name: 'Shop' }] } };
const verification = { sid: 'VE1', status: 'pending', to: '+44' };

const bench = describeVendor({
  connector: twilio,
  connection: {
    scheme: 'basic',
    config: { accountSid: SID },
    fields: { username: 'SK1', password: 'secret' },
  },
  origins: ['api', 'messaging', 'verify', 'lookups'].map((name) => `https://${name}.twilio.com`),
  contract: {
    headers: { authorization: `Basic ${basic}` },
    operations: {
      [`GET ${ACCOUNT}.json`]: { gives: { friendly_name: 'Shop' } },
      [`POST ${ACCOUNT}/Messages.json`]: {
        type,
        body: z
          .strictObject({
            To: z.string(),
            From: text,
            MessagingServiceSid: text,
            Body: text,
            MediaUrl: z.union([z.string(), z.array(z.string())]).optional(),
            SendAt: text,
            ScheduleType: z.literal('fixed').optional(),
          })
          .refine((given) => given.From ?? given.MessagingServiceSid, 'has no sender'),
        reply: ({ body }) => {
          const { To } = body as { To: string };
          if (To === '+123')
            return { status: 400, body: { code: 21211, message: 'Not a number.', status: 400 } };
          return { status: 201, body: { ...SAMPLE_MESSAGE, sent: body } };
        },
      },
      [`GET ${ACCOUNT}/Messages.json`]: {
        query: z.strictObject({
          PageSize,
          To: text,
          From: text,
          DateSent: z.iso.date().optional(),
          Page: text,
          PageToken: text,
        }),
        reply: ({ query }) => {
          const rest = `${ACCOUNT}/Messages.json?PageSize=100&Page=1&PageToken=PASM1`;
          return {
            body: { messages: [SAMPLE_MESSAGE], next_page_uri: query.Page ? null : rest },
          };
        },
      },
      [`GET ${ACCOUNT}/Messages/{Sid}.json`]: { gives: SAMPLE_MESSAGE },
      [`POST ${ACCOUNT}/Calls.json`]: {
        type,
        body: z.strictObject({
          To: z.string(),
          From: z.string(),
          Twiml: z.string(),
          Timeout: text,
        }),
        reply: () => ({ status: 201, body: SAMPLE_CALL }),
      },
      [`GET ${ACCOUNT}/Calls.json`]: {
        query: z.strictObject({
          PageSize,
          Status: z.literal('completed'),
          To: z.string(),
          'EndTime>': z.iso.datetime().optional(),
        }),
        gives: { calls: [SAMPLE_CALL], next_page_uri: null },
      },
      [`GET ${ACCOUNT}/Calls/{Sid}.json`]: { gives: SAMPLE_CALL },
      [`GET ${ACCOUNT}/IncomingPhoneNumbers.json`]: {
        query: z.strictObject({ PageSize }),
        gives: { incoming_phone_numbers: [{ phone_number: '+44', friendly_name: 'Shop' }] },
      },
      'GET /v1/Services': { query: z.strictObject({ PageSize }), ...service },
      'GET /v2/Services': { query: z.strictObject({ PageSize }), ...service },
      'POST /v2/Services/{ServiceSid}/Verifications': {
        type,
        body: z.strictObject({
          To: z.string(),
          Channel: z.enum(['sms', 'call', 'email', 'whatsapp']),
          Locale: text,
        }),
        reply: () => ({ status: 201, body: verification }),
      },
      'POST /v2/Services/{ServiceSid}/VerificationCheck': {
        type,
        body: z.strictObject({ To: z.string(), Code: z.string() }),
        gives: verification,
      },
      'GET /v2/PhoneNumbers/{PhoneNumber}': {
        query: z.strictObject({ Fields: text, CountryCode: text }),
        gives: { phone_number: '+447700900123', valid: true },
      },
    },
  },
});

describe('a message', () => {
  const input = { From: '+44', Body: 'x' };
  it('repeats the name of the parameter for each picture', async () => {
    const MediaUrl = ['https://example.com/a.png', 'https://example.com/b.png'];
    expect(await bench.call('sendMessage', { ...input, To: '+44770', MediaUrl })).toMatchObject({
      sent: { MediaUrl },
    });
  });

  it('to a wrong number is the fault of the input', async () => {
    await expect(bench.call('sendMessage', { ...input, To: '+123' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', details: { code: '21211', title: 'Number not valid' } },
    });
  });

  it('is listed over as many pages as it takes, and starts flows', async () => {
    expect(await bench.call('listMessages', {})).toHaveLength(2);
    expect((await bench.look('messageReceived', { To: '+44' })).items).toHaveLength(2);
    const look = await bench.look('callCompleted', { To: '+44' }, '2026-11-24T09:30:00Z');
    expect(look.items).toHaveLength(1);
    expect(bench.seen().at(-1)).toContain('EndTime%3E=2026-11-24T09%3A29%3A00.000Z');
  });
});
