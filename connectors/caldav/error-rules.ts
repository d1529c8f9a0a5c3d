import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** What the answers of a calendar server mean and what to do. */
export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [401] },
    title: 'Signed out',
    hint: 'Open the connection and enter user name and password again; many providers want a password made for apps.',
  },
  {
    when: { status: [403] },
    title: 'Not allowed',
    hint: 'Let the owner of the calendar give this user the right to write, or choose another calendar.',
  },
  {
    when: { status: [404, 410] },
    title: 'Not found',
    hint: 'Take the address of the event or calendar from a step that lists them; it may have been deleted.',
  },
  {
    when: { status: [405] },
    title: 'Not a calendar server',
    hint: 'Check the address of the connection: it must be that of CalDAV, not of the web page.',
  },
  {
    when: { status: [409] },
    title: 'In conflict',
    hint: 'Check the calendar: it may not exist, or hold another event with the same id.',
  },
  {
    when: { status: [412] },
    title: 'Changed meanwhile',
    hint: 'Read the event again, then change it: somebody else was faster.',
  },
  {
    when: { status: [507] },
    title: 'No room left',
    hint: 'Delete old events, or ask the provider for more room.',
    kind: 'rejected',
  },
];
