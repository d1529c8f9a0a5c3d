import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [401], says: 'maximum credits exceeded' },
    title: 'Mails of the plan used up',
    hint: 'Wait for the next period, or take a larger plan.',
    kind: 'rejected',
  },
  {
    when: { status: [401] },
    title: 'Key refused',
    hint: 'Create a new API key and enter it in the connection; check that the region is right.',
    link: 'https://app.sendgrid.com/settings/api_keys',
  },
  {
    when: { status: [403], says: 'sender identity' },
    title: 'Sender not verified',
    hint: 'Verify the address, or authenticate its domain, under Settings, Sender Authentication.',
    link: 'https://app.sendgrid.com/settings/sender_auth',
  },
  {
    when: { status: [403] },
    title: 'Right missing',
    hint: 'The API key lacks the right for this step: edit its permissions in SendGrid.',
    link: 'https://app.sendgrid.com/settings/api_keys',
  },
  {
    when: { status: [400] },
    title: 'The mail is not complete',
    hint: 'The message names the field; addresses must be valid and may occur once only.',
    kind: 'invalid_input',
  },
  {
    when: { status: [404] },
    title: 'Nothing there',
    hint: 'The address is not on the list, or the contact does not exist.',
  },
  {
    when: { status: [413] },
    title: 'Too large',
    hint: 'A mail with its attachments must stay below 30 MB.',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again.',
  },
];
