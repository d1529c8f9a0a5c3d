import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [401] },
    title: 'Not signed in',
    hint: 'Check the SID and the secret of the key in the connection, and that the key belongs to the account.',
  },
  {
    when: { code: '21211' },
    title: 'Number not valid',
    hint: 'Write it with plus and country code, such as +447700900123.',
    kind: 'invalid_input',
  },
  {
    when: { code: '21606' },
    title: 'Not a sender of this account',
    hint: 'Choose a number of the account that can send this kind of message.',
    kind: 'invalid_input',
  },
  {
    when: { code: '21608' },
    title: 'Trial account',
    hint: 'A trial writes to verified numbers only: verify the number, or upgrade the account.',
    link: 'https://console.twilio.com/us1/develop/phone-numbers/manage/verified',
  },
  {
    when: { code: '21610' },
    title: 'The person has opted out',
    hint: 'They answered STOP: only their START allows messages again.',
  },
  {
    when: { code: '21408' },
    title: 'Country not enabled',
    hint: 'Enable the country under Messaging, Settings, Geo permissions.',
  },
  {
    when: { code: '60203' },
    title: 'Too many codes',
    hint: 'Five codes were sent to this number: it can have another in ten minutes.',
  },
  {
    when: { status: [404] },
    title: 'Nothing there',
    hint: 'Check the SID. A code can be checked for ten minutes, and only until it is approved.',
  },
  {
    when: { status: [429] },
    title: 'Too many requests at once',
    hint: 'Patchbay waits and tries again; lower the concurrency of the loop if it stays.',
  },
];
