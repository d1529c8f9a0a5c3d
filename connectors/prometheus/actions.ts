import { z } from 'zod';

import { defineHttpAction } from '#sdk';

const tags = ['metrics', 'monitoring', 'promql'];
const docs = 'https://prometheus.io/docs/prometheus/latest/querying/api/';

const moment = (title: string, order: number) =>
  z.union([z.string(), z.number()]).meta({
    title,
    description: 'As 2026-11-24T10:00:00Z, or in seconds since 1970.',
    'x-order': order,
  });

const query = z.string().min(1).meta({
  title: 'Query (PromQL)',
  'x-placeholder': 'sum(rate(http_requests_total[5m]))',
  'x-order': 1,
});

const match = z
  .array(z.string())
  .optional()
  .meta({ title: 'Only of series', 'x-placeholder': 'up{job="api"}', 'x-order': 2 });

const labels = z.record(z.string(), z.string()).meta({ title: 'Labels' });
const point = z.tuple([z.number(), z.string()]).meta({ title: 'Time and value' });
const between = {
  start: moment('From', 10).optional(),
  end: moment('To', 11).optional(),
};

/** A query at one moment. */
export const queryNow = defineHttpAction({
  title: 'Query',
  description: 'Evaluates an expression at one moment.',
  tags: [...tags, 'value'],
  docsUrl: `${docs}#instant-queries`,
  input: z.strictObject({ query, time: moment('At', 2).optional() }),
  output: z.object({
    resultType: z.enum(['vector', 'scalar', 'matrix', 'string']).meta({ title: 'Type' }),
    result: z.array(z.any()).meta({
      title: 'Result',
      description: 'Of a vector: labels (metric) with time and value.',
    }),
  }),
  sample: { query: 'up' },
  sampleOutput: {
    resultType: 'vector',
    result: [{ metric: { __name__: 'up', job: 'api' }, value: [1_795_000_000, '1'] }],
  },
  effects: { reads: true },
  http: { method: 'GET', path: '/api/v1/query', result: 'data' },
});

/** A query over a time. */
export const queryRange = defineHttpAction({
  title: 'Query over a time',
  description: 'Evaluates an expression at every step between two moments.',
  tags: [...tags, 'range', 'graph', 'history'],
  docsUrl: `${docs}#range-queries`,
  input: z.strictObject({
    query,
    start: moment('From', 2),
    end: moment('To', 3),
    step: z.string().default('1m').meta({
      title: 'Step',
      description: 'A duration such as 15s, 1m or 1h.',
      'x-order': 4,
    }),
  }),
  output: z.object({
    resultType: z.literal('matrix').meta({ title: 'Type' }),
    result: z.array(z.object({ metric: labels, values: z.array(point) })).meta({ title: 'Series' }),
  }),
  sample: { query: 'up', start: '2026-11-24T10:00:00Z', end: '2026-11-24T10:02:00Z', step: '1m' },
  sampleOutput: {
    resultType: 'matrix',
    result: [{ metric: { __name__: 'up', job: 'api' }, values: [[1_795_000_000, '1']] }],
  },
  effects: { reads: true },
  http: { method: 'GET', path: '/api/v1/query_range', result: 'data' },
});

/** The names of labels. */
export const listLabels = defineHttpAction({
  title: 'List labels',
  description: 'Gives the names of the labels that series have.',
  tags,
  docsUrl: `${docs}#getting-label-names`,
  input: z.strictObject({ match, ...between }),
  output: z.array(z.string()),
  sample: {},
  sampleOutput: ['__name__', 'instance', 'job'],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/api/v1/labels',
    params: { match: { in: 'query', style: 'brackets' } },
    result: 'data',
  },
});

/** The values of a label. */
export const listLabelValues = defineHttpAction({
  title: 'List the values of a label',
  description: 'Gives the values of one label; of __name__, the metrics.',
  tags: [...tags, 'metric names'],
  docsUrl: `${docs}#querying-label-values`,
  input: z.strictObject({
    label: z.string().min(1).meta({ title: 'Label', 'x-options': 'labels', 'x-order': 1 }),
    match,
    ...between,
  }),
  output: z.array(z.string()),
  sample: { label: 'job' },
  sampleOutput: ['api', 'prometheus'],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/api/v1/label/{label}/values',
    params: { match: { in: 'query', style: 'brackets' } },
    result: 'data',
  },
});

/** Series by their labels. */
export const findSeries = defineHttpAction({
  title: 'Find series',
  description: 'Gives the labels of the series that fit.',
  tags,
  docsUrl: `${docs}#finding-series-by-label-matchers`,
  input: z.strictObject({
    match: z
      .array(z.string().min(1))
      .min(1)
      .meta({ title: 'Series', 'x-placeholder': 'up{job="api"}', 'x-order': 1 }),
    ...between,
  }),
  output: z.array(labels),
  sample: { match: ['up'] },
  sampleOutput: [{ __name__: 'up', job: 'api', instance: 'api:9100' }],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/api/v1/series',
    params: { match: { in: 'query', style: 'brackets' } },
    result: 'data',
  },
});
