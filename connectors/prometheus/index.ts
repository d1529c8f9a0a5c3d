/** The Prometheus connector: its HTTP API, as data. */
import { z } from 'zod';

import { basicAuth, bearerAuth, defineConnector, noAuth, readIcon } from '#sdk';

import {
  findSeries,
  listLabels,
  listLabelValues,
  queryNow as query,
  queryRange,
} from './actions.ts';
import { alertFires, listAlerts, listRules, listTargets } from './alerts.ts';

export const prometheus = defineConnector({
  id: 'prometheus',
  version: '1.0.0',
  kind: 'service',
  name: 'Prometheus',
  description: 'Query metrics and act on alerts.',
  categories: ['Monitoring'],
  useCases: [
    'Tell people, or open a ticket, when an alert fires.',
    'Put a number of the last day into a report.',
    'Look at a metric before a step that depends on it.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#c2410c' },
  docsUrl: 'https://prometheus.io/docs/prometheus/latest/querying/api/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    allowedHosts: ['{config.baseUrl}'],
    baseUrl: '{config.baseUrl}',
    answers: {
      failedWhen: { path: 'status', equals: 'error' },
      code: 'errorType',
      message: 'error',
    },
  },
  config: z.strictObject({
    baseUrl: z.url({ protocol: /^https?$/ }).meta({
      title: 'Address',
      description: 'Also that of a system that speaks the same API, such as Thanos or Mimir.',
      'x-placeholder': 'https://prometheus.example.com',
      'x-order': 1,
    }),
  }),
  auth: [noAuth(), basicAuth(), bearerAuth()],
  actions: {
    query,
    queryRange,
    listLabels,
    listLabelValues,
    findSeries,
    listAlerts,
    listRules,
    listTargets,
  },
  triggers: { alertFires },
  options: { labels: { http: { method: 'GET', path: '/api/v1/labels' }, items: 'data' } },
  test: { http: { method: 'GET', path: '/api/v1/status/buildinfo' }, identity: 'data.version' },
  errors: [
    {
      when: { code: 'bad_data' },
      title: 'Wrong query',
      hint: 'Correct the expression or the times; try it in the page of Prometheus.',
      kind: 'invalid_input',
    },
    {
      when: { code: 'execution' },
      title: 'The query cannot be carried out',
      hint: 'Check the expression: it may match a series twice, or ask for too much.',
      kind: 'rejected',
    },
    {
      when: { code: 'timeout' },
      title: 'Took too long',
      hint: 'Ask for a shorter time or a longer step.',
    },
  ],
});
