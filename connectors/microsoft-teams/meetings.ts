import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { DOCS } from './fields.ts';

const instant = z.iso.datetime({ offset: true });

export const createMeeting = defineHttpAction({
  title: 'Create a meeting',
  description: 'Makes an online meeting and gives the address to join it; no calendar holds it.',
  tags: ['call', 'video', 'join link'],
  docsUrl: `${DOCS}/application-post-onlinemeetings`,
  input: z.strictObject({
    subject: z.string().min(1).meta({ title: 'Subject', 'x-order': 1 }),
    startDateTime: instant.meta({
      title: 'Begins',
      'x-placeholder': '2026-12-01T09:30:00+01:00',
      'x-order': 2,
    }),
    endDateTime: instant.meta({ title: 'Ends', 'x-order': 3 }),
  }),
  output: z.looseObject({
    id: z.string(),
    joinWebUrl: z.string(),
    subject: z.string().nullable().optional(),
  }),
  sample: {
    subject: 'Planning',
    startDateTime: '2026-12-01T09:30:00+01:00',
    endDateTime: '2026-12-01T10:00:00+01:00',
  },
  sampleOutput: {
    id: 'MSo1N2Y5ZGFjYy03MWJmLTQ3NDMtYjQxMy01M2EdFGkdRWHJlQ',
    joinWebUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_M2Yz',
    subject: 'Planning',
  },
  effects: { reads: false },
  scopes: ['OnlineMeetings.ReadWrite'],
  http: { method: 'POST', path: '/me/onlineMeetings' },
});
