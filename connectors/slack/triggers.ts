import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger } from '#sdk';

import { channel, message, SAMPLE_CHANNEL, SAMPLE_MESSAGE } from './fields.ts';
import { newMessages } from './new-messages.ts';

const EVENTS = {
  message: 'A message is written where the app is',
  app_mention: 'The app is mentioned',
  reaction_added: 'Somebody reacts with an emoji',
  channel_created: 'A channel is created',
  member_joined_channel: 'Somebody joins a channel',
  team_join: 'Somebody joins the workspace',
  file_shared: 'A file is shared',
  app_home_opened: 'Somebody opens the home of the app',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** What Slack's Events API reports. */
const event = defineWebhookTrigger({
  title: 'When something happens in Slack',
  description:
    'Slack reports messages, mentions, reactions, joins and more as they happen; not what the app itself writes.',
  tags: ['webhook', 'message', 'mention', 'reaction', 'events api'],
  input: z.strictObject({
    event: z
      .enum(NAMES)
      .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]) }),
  }),
  payload: z.looseObject({
    team_id: z.string().optional(),
    event: z.looseObject({ type: z.string() }),
    event_id: z.string(),
    event_time: z.number().optional(),
  }),
  sample: {
    team_id: 'T0123456789',
    event: {
      ...SAMPLE_MESSAGE,
      type: 'app_mention',
      text: '<@U0123456700> how many orders today?',
      channel: SAMPLE_CHANNEL.id,
    },
    api_app_id: 'A0123456789',
    type: 'event_callback',
    event_id: 'Ev0123456789',
    event_time: 1_767_600_000,
  },
  verify: {
    from: 'x-slack-signature',
    algorithm: 'sha256',
    encoding: 'hex',
    prefix: 'v0=',
    text: 'v0:{timestamp}:{body}',
    timestampHeader: 'x-slack-request-timestamp',
    toleranceS: 300,
  },
  handshake: {
    kind: 'echo',
    in: 'body',
    path: 'challenge',
    when: { path: 'type', equals: 'url_verification' },
  },
  deliveryId: 'body.event_id',
  event: { from: 'body.event.type', input: 'event' },
  ours: { from: 'body.event.app_id', equals: 'body.api_app_id' },
  instructions:
    'Publish the flow first. In the settings of your Slack app open Event Subscriptions, turn them on and enter the address as request URL. Under "Subscribe to bot events" add the event, save, and install the app again.',
  secret: {
    from: 'person',
    help: 'The signing secret, under Basic Information of your Slack app.',
  },
});

const newMessage = definePollTrigger({
  title: 'When a message is new in a channel',
  description:
    'Looks for messages in one channel, but for those of the app itself; needs no address that Slack can reach.',
  tags: ['chat', 'history'],
  scopes: ['channels:history', 'groups:history'],
  input: z.strictObject({ channel }),
  payload: message,
  sample: SAMPLE_MESSAGE,
  everyS: 60,
  key: 'ts',
  order: 'asc',
  poll: newMessages,
});

export const triggers = { event, newMessage };
