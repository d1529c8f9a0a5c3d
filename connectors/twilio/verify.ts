import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { DOCS } from './fields.ts';

const VERIFY = 'https://verify.twilio.com/v2/Services/{ServiceSid}';
const ServiceSid = z
  .string()
  .min(1)
  .meta({ title: 'Verify service', 'x-options': 'verifyServices', 'x-order': 1 });
const To = z
  .string()
  .min(3)
  .meta({ title: 'Number or mail address', 'x-placeholder': '+447700900123', 'x-order': 2 });
const verification = z.looseObject({ sid: z.string(), status: z.string(), to: z.string() });
const SID = 'VA0123456789abcdef0123456789abcdef';
const SAMPLE = {
  sid: 'VE0123456789abcdef0123456789abcdef',
  status: 'pending',
  to: '+447700900123',
  channel: 'sms',
};

export const startVerification = defineHttpAction({
  title: 'Send a code',
  description: 'Sends a code to prove that a number or an address belongs to a person.',
  tags: ['verify', 'otp', '2fa', 'login'],
  docsUrl: `${DOCS}/verify/api/verification`,
  input: z.strictObject({
    ServiceSid,
    To,
    Channel: z
      .enum(['sms', 'call', 'email', 'whatsapp'])
      .default('sms')
      .meta({
        title: 'By',
        'x-enumTitles': ['Text message', 'Call', 'Mail', 'WhatsApp'],
        'x-order': 3,
      }),
    Locale: z.string().optional().meta({ title: 'Language', 'x-advanced': true }),
  }),
  output: verification,
  sample: { ServiceSid: SID, To: '+447700900123' },
  sampleOutput: SAMPLE,
  effects: { reads: false },
  http: { method: 'POST', path: `${VERIFY}/Verifications`, body: { type: 'form' } },
});

export const checkVerification = defineHttpAction({
  title: 'Check a code',
  description: 'The status is "approved" when the code is right.',
  tags: ['verify', 'otp', '2fa'],
  docsUrl: `${DOCS}/verify/api/verification-check`,
  input: z.strictObject({
    ServiceSid,
    To,
    Code: z.string().min(4).max(10).meta({ title: 'Code', 'x-order': 3 }),
  }),
  output: verification,
  sample: { ServiceSid: SID, To: '+447700900123', Code: '123456' },
  sampleOutput: { ...SAMPLE, status: 'approved' },
  effects: { reads: false },
  http: { method: 'POST', path: `${VERIFY}/VerificationCheck`, body: { type: 'form' } },
});

export const lookUpNumber = defineHttpAction({
  title: 'Look up a number',
  description: 'Says whether a number is valid, and in which country; more costs a fee.',
  tags: ['validate', 'phone', 'carrier'],
  docsUrl: `${DOCS}/lookup/v2-api`,
  input: z.strictObject({
    PhoneNumber: z.string().min(3).meta({ title: 'Number', 'x-order': 1 }),
    CountryCode: z.string().length(2).optional().meta({
      title: 'Country',
      description: 'Two letters, when the number has no country code.',
      'x-order': 2,
    }),
    Fields: z
      .array(z.enum(['line_type_intelligence', 'caller_name', 'sim_swap']))
      .optional()
      .meta({ title: 'Also ask for', 'x-advanced': true }),
  }),
  output: z.looseObject({
    phone_number: z.string(),
    valid: z.boolean(),
    country_code: z.string().nullable().optional(),
    national_format: z.string().nullable().optional(),
  }),
  sample: { PhoneNumber: '+447700900123' },
  sampleOutput: {
    phone_number: '+447700900123',
    valid: true,
    country_code: 'GB',
    national_format: '07700 900123',
  },
  effects: { reads: true },
  http: {
    method: 'GET',
    path: 'https://lookups.twilio.com/v2/PhoneNumbers/{PhoneNumber}',
    params: { Fields: { in: 'query', style: 'comma' } },
  },
});
