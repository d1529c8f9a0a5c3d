/** Slack's Web API. It answers 200 for errors too and says so in `ok`. */
import { defineConnector, readIcon } from '#sdk';

import { slackAuth } from './auth.ts';
import {
  archiveChannel,
  createChannel,
  findUserByEmail,
  inviteToChannel,
  listChannels,
  listUsers,
  setTopic,
} from './channels-and-people.ts';
import { errorRules } from './error-rules.ts';
import {
  addReaction,
  deleteMessage,
  listMessages,
  listReplies,
  postEphemeral,
  postMessage,
  scheduleMessage,
  updateMessage,
} from './messages.ts';
import { options } from './options.ts';
import { triggers } from './triggers.ts';
import { uploadFile } from './upload-file.ts';

export const slack = defineConnector({
  id: 'slack',
  version: '1.0.0',
  kind: 'service',
  name: 'Slack',
  description: 'Messages, channels, people and files of a Slack workspace.',
  categories: ['Communication'],
  useCases: [
    'Tell a channel about orders, alarms and failed runs.',
    'Ask for an approval and go on with the answer.',
    'Open a channel for each incident with the right people in it.',
    'Share reports as files every morning.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#611f69' },
  docsUrl: 'https://docs.slack.dev/reference/methods',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://slack.com/api',
    allowedHosts: ['slack.com', 'files.slack.com'],
    limits: [{ requests: 50, perS: 60 }],
    answers: { failedWhen: { path: 'ok', equals: false }, code: 'error' },
  },
  auth: slackAuth,
  test: { http: { method: 'GET', path: '/auth.test' }, identity: 'team' },
  actions: {
    postMessage,
    updateMessage,
    deleteMessage,
    scheduleMessage,
    postEphemeral,
    listMessages,
    listReplies,
    addReaction,
    createChannel,
    inviteToChannel,
    setTopic,
    archiveChannel,
    listChannels,
    listUsers,
    findUserByEmail,
    uploadFile,
  },
  triggers,
  options,
  errors: errorRules,
});
