/** Discord by its REST API 10, as a bot. */
import { apiKeyAuth, type ConnectorDefinition, defineConnector, readIcon } from '#sdk';

import { errorRules } from './error-rules.ts';
import {
  addReaction,
  createMessage,
  deleteMessage,
  editMessage,
  listMessages,
  startThread,
} from './messages.ts';
import {
  addRole,
  createChannel,
  getMember,
  listChannels,
  openDirectMessage,
  removeRole,
} from './servers.ts';
import { triggers } from './triggers.ts';

const options: ConnectorDefinition['options'] = {
  guilds: { http: { method: 'GET', path: '/users/@me/guilds' }, value: 'id', label: 'name' },
  channels: {
    http: { method: 'GET', path: '/guilds/{guild}/channels' },
    value: 'id',
    label: '#{name}',
  },
  roles: { http: { method: 'GET', path: '/guilds/{guild}/roles' }, value: 'id', label: 'name' },
};

export const discord = defineConnector({
  id: 'discord',
  version: '1.0.0',
  kind: 'service',
  name: 'Discord',
  description: 'Messages, threads, channels and roles of Discord servers, as a bot.',
  categories: ['Communication'],
  useCases: [
    'Tell a channel about orders, releases and alarms.',
    'Give a role to whoever has paid.',
    'Open a thread for each support request.',
    'Pass on what is written in a channel.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#5865f2' },
  docsUrl: 'https://discord.com/developers/docs/reference',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://discord.com/api/v10',
    allowedHosts: ['discord.com'],
    // Discord turns away clients that do not name themselves in this form.
    headers: { 'User-Agent': 'DiscordBot (Patchbay, 1.0.0)' },
    limits: [{ requests: 50, perS: 1 }],
    answers: { code: 'code', message: 'message' },
  },
  auth: [
    apiKeyAuth({
      id: 'bot',
      title: 'Token of a bot',
      help: 'Create an application, open Bot and reset its token to see it. Invite the bot to the server under OAuth2 with the scope bot.',
      helpUrl: 'https://discord.com/developers/applications',
      place: 'header',
      name: 'Authorization',
      prefix: 'Bot ',
    }),
  ],
  test: { http: { method: 'GET', path: '/users/@me' }, identity: 'username' },
  actions: {
    createMessage,
    editMessage,
    deleteMessage,
    listMessages,
    addReaction,
    startThread,
    listChannels,
    createChannel,
    openDirectMessage,
    getMember,
    addRole,
    removeRole,
  },
  triggers,
  options,
  errors: errorRules,
});
