import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { DOCS, SAMPLE_CHANNEL, teamId } from './fields.ts';

const channel = z.looseObject({
  id: z.string(),
  displayName: z.string(),
  description: z.string().nullable().optional(),
  webUrl: z.string().optional(),
});
const SAMPLE = {
  id: SAMPLE_CHANNEL.channelId,
  displayName: 'Orders',
  description: 'What comes in',
  membershipType: 'standard',
};

export const listChannels = defineHttpAction({
  title: 'List channels',
  description: 'Gives the channels of a team.',
  tags: ['find'],
  docsUrl: `${DOCS}/channel-list`,
  input: z.strictObject({ teamId }),
  output: channel,
  sample: { teamId: SAMPLE_CHANNEL.teamId },
  sampleOutput: [SAMPLE],
  effects: { reads: true },
  http: { method: 'GET', path: '/teams/{teamId}/channels' },
  paginate: { by: 'nextUrl', path: '@odata.nextLink', items: 'value' },
});

export const createChannel = defineHttpAction({
  title: 'Create a channel',
  description: 'Adds a channel to a team.',
  tags: ['new', 'add'],
  docsUrl: `${DOCS}/channel-post`,
  input: z.strictObject({
    teamId,
    displayName: z.string().min(1).max(50).meta({ title: 'Name', 'x-order': 2 }),
    description: z.string().max(1024).optional().meta({ title: 'Description', 'x-order': 3 }),
    membershipType: z
      .enum(['standard', 'private'])
      .default('standard')
      .meta({ title: 'Open to', 'x-enumTitles': ['The team', 'Invited members'], 'x-order': 4 }),
  }),
  output: channel,
  sample: { teamId: SAMPLE_CHANNEL.teamId, displayName: 'Orders', description: 'What comes in' },
  sampleOutput: SAMPLE,
  effects: { reads: false },
  scopes: ['Channel.Create'],
  http: { method: 'POST', path: '/teams/{teamId}/channels' },
});
