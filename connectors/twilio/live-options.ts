import type { OptionSourceManifest } from '@patchbay/shared/catalog';

import { ACCOUNT } from './fields.ts';

export const numbers: OptionSourceManifest = {
  http: {
    method: 'GET',
    path: `${ACCOUNT}/IncomingPhoneNumbers.json`,
    query: { PageSize: '1000' },
  },
  items: 'incoming_phone_numbers',
  value: 'phone_number',
  label: '{friendly_name} ({phone_number})',
};

export const messagingServices: OptionSourceManifest = {
  http: {
    method: 'GET',
    path: 'https://messaging.twilio.com/v1/Services',
    query: { PageSize: '100' },
  },
  items: 'services',
  value: 'sid',
  label: 'friendly_name',
};

export const verifyServices: OptionSourceManifest = {
  http: {
    method: 'GET',
    path: 'https://verify.twilio.com/v2/Services',
    query: { PageSize: '100' },
  },
  items: 'services',
  value: 'sid',
  label: 'friendly_name',
};
