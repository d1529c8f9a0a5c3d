import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** What each status means and what to do about it; shown in the documentation and with the error. */
export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [400, 422] },
    title: 'The request was not understood',
    hint: 'Compare the body and the parameters with the documentation of the API; its own words are in the details.',
  },
  {
    when: { status: [401] },
    title: 'Not signed in',
    hint: 'Open the connection and enter the credential again, or choose a connection if the step has none.',
  },
  {
    when: { status: [403] },
    title: 'Not allowed',
    hint: 'The credential is known but may not do this: ask for the right, or use another connection.',
  },
  {
    when: { status: [404, 410] },
    title: 'Nothing there',
    hint: 'Check the address, and the ids in it. To go on when nothing is found, turn off "Fail on an error status".',
  },
  {
    when: { status: [405] },
    title: 'Wrong method',
    hint: 'The address exists, but not for this method: check which one the API expects.',
  },
  {
    when: { status: [409, 412] },
    title: 'Conflict',
    hint: 'Something with this key exists already, or has changed: read it first, then decide.',
  },
  {
    when: { status: [413] },
    title: 'Too much at once',
    hint: 'Send fewer or smaller records: a loop sends them one by one.',
  },
  {
    when: { status: [415] },
    title: 'Wrong kind of body',
    hint: 'Choose another body type, or set the Content-Type that the API expects.',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Patchbay waits as long as the API asks and tries again. Lower the concurrency of the loop if it stays.',
  },
  {
    when: { status: [500, 502, 503, 504] },
    title: 'The other system is in trouble',
    hint: 'Patchbay tries again with growing pauses. If it stays, ask whoever runs that system.',
  },
];
