import { createHmac, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';

/** One delivery as GitHub sends it. */
export interface Delivery {
  id: string;
  event: string;
  body: string;
  headers: Record<string, string>;
}

interface Example {
  name: string;
  examples: object[];
}

const require = createRequire(import.meta.url);
const examples = require('@octokit/webhooks-examples') as Example[];

/** `count` real payloads of GitHub, one of each event first, signed as GitHub signs. */
export function githubDeliveries(count: number, secret: string): Delivery[] {
  const rounds = Math.max(...examples.map((e) => e.examples.length));
  const all = Array.from({ length: rounds }, (_, i) =>
    examples.flatMap(({ name, examples: list }) => (list[i] ? [{ name, payload: list[i] }] : [])),
  ).flat();
  return all.slice(0, count).map(({ name, payload }) => deliver(name, payload, secret));
}

function deliver(event: string, payload: object, secret: string): Delivery {
  const body = JSON.stringify(payload);
  const id = randomUUID();
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return {
    id,
    event,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/044aadd',
      'x-github-event': event,
      'x-github-delivery': id,
      'x-hub-signature-256': `sha256=${signature}`,
    },
  };
}
