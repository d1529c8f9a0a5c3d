/** Microsoft Teams, over Microsoft Graph 1.0, in the name of the account that signs in. */
import { z } from 'zod';

import { defineConnector, microsoftSignIn, microsoftTenant, readIcon } from '#sdk';

import { listChannelMessages, replyToMessage, sendChannelMessage } from './channel-messages.ts';
import { createChannel, listChannels } from './channels.ts';
import { sendChatMessage, sendDirectMessage } from './chats.ts';
import { errorRules } from './error-rules.ts';
import { channels, chats, teams } from './live-options.ts';
import { createMeeting } from './meetings.ts';
import {
  channelMessageReceived,
  channelMessageTold,
  chatMessageReceived,
  chatMessageTold,
} from './triggers.ts';

export const microsoftTeams = defineConnector({
  id: 'microsoft-teams',
  version: '1.0.0',
  name: 'Microsoft Teams',
  description: 'Write to channels, chats and persons, and start flows for their messages.',
  kind: 'service',
  categories: ['Communication'],
  useCases: [
    'Tell a channel about paid orders, failed jobs or new tickets.',
    'Ask one person for an approval in a chat.',
    'Start a flow when somebody writes into a channel.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#5b5fc7' },
  docsUrl: 'https://learn.microsoft.com/en-us/graph/api/resources/teams-api-overview',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://graph.microsoft.com/v1.0',
    allowedHosts: ['graph.microsoft.com'],
    limits: [{ requests: 10, perS: 1 }],
    answers: { code: 'error.code', message: 'error.message' },
  },
  config: z.strictObject({ tenant: microsoftTenant.default('organizations') }),
  auth: [
    microsoftSignIn([
      { name: 'Team.ReadBasic.All', title: 'See your teams', default: true },
      { name: 'Channel.ReadBasic.All', title: 'See channels', default: true },
      { name: 'ChannelMessage.Send', title: 'Write to channels', default: true },
      { name: 'Chat.ReadWrite', title: 'Read and write chats', default: true },
      { name: 'ChannelMessage.Read.All', title: 'Read channels (needs an administrator)' },
      { name: 'Channel.Create', title: 'Create channels (needs an administrator)' },
      { name: 'OnlineMeetings.ReadWrite', title: 'Create meetings' },
    ]),
  ],
  test: {
    http: { method: 'GET', path: '/me', query: { $select: 'displayName,userPrincipalName' } },
    identity: 'userPrincipalName',
  },
  actions: {
    sendChannelMessage,
    replyToMessage,
    sendChatMessage,
    sendDirectMessage,
    listChannelMessages,
    listChannels,
    createChannel,
    createMeeting,
  },
  triggers: { channelMessageTold, channelMessageReceived, chatMessageTold, chatMessageReceived },
  options: { teams, channels, chats },
  errors: errorRules,
});
