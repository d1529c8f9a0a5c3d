import { createHash } from 'node:crypto';

import { z } from 'zod';

import { defineHttpAction, definePollTrigger, sendHttp } from '#sdk';

const tags = ['alert', 'monitoring', 'incident'];
const docs = 'https://prometheus.io/docs/prometheus/latest/querying/api/';
const ALERTS = { method: 'GET', path: '/api/v1/alerts', result: 'data.alerts' } as const;

const alert = z.looseObject({
  labels: z.record(z.string(), z.string()).meta({ title: 'Labels' }),
  annotations: z.record(z.string(), z.string()).meta({ title: 'Annotations' }),
  state: z.enum(['pending', 'firing', 'inactive']).meta({ title: 'State' }),
  activeAt: z.string().optional().meta({ title: 'Active since' }),
  value: z.string().optional().meta({ title: 'Value' }),
});

const sampleAlert = {
  labels: { alertname: 'HighLoad', severity: 'page', instance: 'api:9100' },
  annotations: { summary: 'The load is high' },
  state: 'firing',
  activeAt: '2026-11-24T10:00:00.000Z',
  value: '1e+00',
};

/** The alerts that are active. */
export const listAlerts = defineHttpAction({
  title: 'List active alerts',
  description: 'Gives the alerts that are pending or firing.',
  tags,
  docsUrl: `${docs}#alerts`,
  input: z.strictObject({}),
  output: z.array(alert),
  sample: {},
  sampleOutput: [sampleAlert],
  effects: { reads: true },
  http: ALERTS,
});

/** The rules, with their state. */
export const listRules = defineHttpAction({
  title: 'List rules',
  description: 'Gives the groups of alerting and recording rules with their state.',
  tags: [...tags, 'recording'],
  docsUrl: `${docs}#rules`,
  input: z.strictObject({
    type: z
      .enum(['alert', 'record'])
      .optional()
      .meta({ title: 'Only', 'x-enumTitles': ['Alerting', 'Recording'], 'x-order': 1 }),
  }),
  output: z.array(
    z.looseObject({
      name: z.string().meta({ title: 'Group' }),
      file: z.string().meta({ title: 'File' }),
      rules: z.array(z.looseObject({ name: z.string(), type: z.string() })),
    }),
  ),
  sample: { type: 'alert' },
  sampleOutput: [
    { name: 'hosts', file: '/etc/rules.yml', rules: [{ name: 'HighLoad', type: 'alerting' }] },
  ],
  effects: { reads: true },
  http: { method: 'GET', path: '/api/v1/rules', result: 'data.groups' },
});

/** What is scraped, and how it goes. */
export const listTargets = defineHttpAction({
  title: 'List targets',
  description: 'Gives what is scraped, with its health and its last error.',
  tags: ['monitoring', 'scrape', 'health'],
  docsUrl: `${docs}#targets`,
  input: z.strictObject({}),
  output: z.array(
    z.looseObject({
      labels: z.record(z.string(), z.string()).meta({ title: 'Labels' }),
      scrapeUrl: z.string().meta({ title: 'Address' }),
      health: z.enum(['up', 'down', 'unknown']).meta({ title: 'Health' }),
      lastError: z.string().meta({ title: 'Last error' }),
    }),
  ),
  sample: {},
  sampleOutput: [
    { labels: { job: 'api' }, scrapeUrl: 'http://api:9100/metrics', health: 'up', lastError: '' },
  ],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/api/v1/targets',
    query: { state: 'active' },
    result: 'data.activeTargets',
  },
});

/** Starts a flow for each alert that fires; one that ends and fires again is another. */
export const alertFires = definePollTrigger({
  title: 'Alert fires',
  description: 'Starts for each alert that begins to fire.',
  tags,
  input: z.strictObject({
    name: z.string().optional().meta({ title: 'Only the alert', 'x-order': 1 }),
    severity: z.string().optional().meta({
      title: 'Only of severity',
      description: 'The value of the label severity.',
      'x-order': 2,
    }),
  }),
  payload: alert.extend({ id: z.string() }),
  sample: { ...sampleAlert, id: 'c6f0a1b2c3d4' },
  everyS: 60,
  key: 'id',
  poll: async (ctx, { manifest }) => {
    const found = (await sendHttp(manifest, ALERTS, ctx)) as z.output<typeof alert>[];
    const { name, severity } = ctx.input;
    const fits = ({ labels, state }: z.output<typeof alert>): boolean =>
      state === 'firing' &&
      (!name || labels.alertname === name) &&
      (!severity || labels.severity === severity);
    const items = found.filter(fits).map((one) => ({ ...one, id: idOf(one) }));
    return { items: items.toSorted((a, b) => (a.activeAt ?? '').localeCompare(b.activeAt ?? '')) };
  },
});

function idOf({ labels, activeAt }: z.output<typeof alert>): string {
  const facts = Object.entries(labels).toSorted(([a], [b]) => a.localeCompare(b));
  return createHash('sha256')
    .update(JSON.stringify([facts, activeAt]))
    .digest('hex')
    .slice(0, 20);
}
