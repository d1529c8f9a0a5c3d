import { defineWebhookTrigger } from '#sdk';

import { event, SAMPLE_EVENT } from './fields.ts';
import { INPUT } from './triggers.ts';

/** Google's message has no body: it says that there is news. A channel ends after a week. */
export const eventTold = defineWebhookTrigger({
  title: 'New or changed event, at once',
  description: 'Google tells when something changes in a calendar, and the events are read.',
  tags: ['webhook', 'created', 'updated', 'cancelled', 'appointment'],
  input: INPUT,
  payload: event,
  sample: SAMPLE_EVENT,
  look: 'eventChanged',
  verify: { from: 'x-goog-channel-token', algorithm: 'plain' },
  secret: { from: 'us' },
  subscribe: {
    method: 'POST',
    path: '/calendars/{calendarId}/events/watch',
    params: { change: { in: 'none' } },
    body: {
      fixed: {
        id: '{webhook.attempt}',
        type: 'web_hook',
        address: '{webhook.url}',
        token: '{webhook.secret}',
        params: { ttl: '604800' },
      },
    },
  },
  subscriptionId: 'resourceId',
  // Google prolongs no channel: a new one takes its place.
  renewEveryS: 6 * 24 * 3600,
  unsubscribe: {
    method: 'POST',
    path: '/channels/stop',
    body: { fixed: { id: '{webhook.attempt}', resourceId: '{webhook.id}' } },
  },
});
