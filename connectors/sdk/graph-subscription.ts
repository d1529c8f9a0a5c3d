import type { defineWebhookTrigger } from './define-trigger.ts';

type Facts = Omit<
  Parameters<typeof defineWebhookTrigger>[0],
  'title' | 'description' | 'tags' | 'scopes' | 'input' | 'payload' | 'sample'
>;

/** Graph keeps a subscription for three days at most. */
const LASTS_S = 70 * 3600;
const RENEW_S = 48 * 3600;

/**
 * How Microsoft Graph is told an address, for news of `resource` (which may hold `{input.x}` of the
 * `inputs`), and how its messages are proved. They hold no content: the poll trigger `look` reads it.
 */
export function graphSubscription({
  look,
  resource,
  inputs,
}: {
  look: string;
  resource: string;
  inputs: string[];
}): Facts {
  const path = '/subscriptions/{webhook.id}';
  return {
    look,
    verify: { from: 'body.clientState', algorithm: 'plain' },
    secret: { from: 'us' },
    handshake: { kind: 'echo', in: 'query', path: 'validationToken' },
    items: 'value',
    answers: 202,
    subscribe: {
      method: 'POST',
      path: '/subscriptions',
      params: Object.fromEntries(inputs.map((name) => [name, { in: 'none' as const }])),
      body: {
        fixed: {
          changeType: 'created',
          notificationUrl: '{webhook.url}',
          // What is asked to be renewed, or was lost, is told here too: a look finds out.
          lifecycleNotificationUrl: '{webhook.url}',
          resource,
          expirationDateTime: '{webhook.expires}',
          clientState: '{webhook.secret}',
        },
      },
    },
    subscriptionId: 'id',
    lastsS: LASTS_S,
    renew: { method: 'PATCH', path, body: { fixed: { expirationDateTime: '{webhook.expires}' } } },
    renewEveryS: RENEW_S,
    unsubscribe: { method: 'DELETE', path },
    find: {
      http: { method: 'GET', path: '/subscriptions' },
      items: 'value',
      url: 'notificationUrl',
      id: 'id',
    },
  };
}
