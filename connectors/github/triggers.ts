import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger } from '#sdk';

import { repository } from './fields.ts';
import { issue, release, SAMPLE_ISSUE, SAMPLE_RELEASE } from './records.ts';

const EVENTS = {
  push: 'Commits are pushed',
  issues: 'An issue is opened, changed or closed',
  issue_comment: 'A comment on an issue or pull request',
  pull_request: 'A pull request is opened, changed, closed or merged',
  pull_request_review: 'A pull request is reviewed',
  release: 'A release is made or published',
  workflow_run: 'A workflow is asked for, starts or ends',
  deployment_status: 'A deployment gets a status',
  create: 'A branch or tag is created',
  delete: 'A branch or tag is deleted',
  star: 'Somebody stars the repository',
  fork: 'Somebody forks the repository',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** GitHub's own report of an event. */
const event = defineWebhookTrigger({
  title: 'When something happens in a repository',
  description: 'GitHub reports pushes, issues, pull requests, releases and more as they happen.',
  tags: ['webhook', 'push', 'pull request', 'issue', 'release', 'ci'],
  scopes: ['admin:repo_hook'],
  input: z.strictObject({
    ...repository,
    event: z
      .enum(NAMES)
      .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]), 'x-order': 3 }),
  }),
  payload: z.looseObject({
    action: z.string().optional().meta({ title: 'What happened' }),
    repository: z.looseObject({ full_name: z.string() }).optional(),
    sender: z.looseObject({ login: z.string() }).optional(),
  }),
  sample: {
    action: 'opened',
    issue: SAMPLE_ISSUE,
    repository: { full_name: 'octo-org/hello' },
    sender: { login: 'ada' },
  },
  verify: {
    from: 'x-hub-signature-256',
    algorithm: 'sha256',
    encoding: 'hex',
    prefix: 'sha256=',
  },
  deliveryId: 'x-github-delivery',
  event: { from: 'x-github-event', input: 'event' },
  subscribe: {
    method: 'POST',
    path: '/repos/{owner}/{repo}/hooks',
    params: { event: { in: 'body', at: 'events.0' } },
    body: {
      type: 'json',
      fixed: {
        name: 'web',
        active: true,
        config: {
          url: '{webhook.url}',
          secret: '{webhook.secret}',
          content_type: 'json',
          insecure_ssl: '0',
        },
      },
    },
  },
  subscriptionId: 'id',
  unsubscribe: { method: 'DELETE', path: '/repos/{owner}/{repo}/hooks/{webhook.id}' },
  find: {
    http: { method: 'GET', path: '/repos/{owner}/{repo}/hooks', query: { per_page: '100' } },
    items: '',
    url: 'config.url',
    id: 'id',
  },
});

const newIssue = definePollTrigger({
  title: 'When an issue is new',
  description: 'Looks for issues that were opened; pull requests are among them.',
  tags: ['bug', 'ticket', 'opened'],
  input: z.strictObject(repository),
  payload: issue,
  sample: SAMPLE_ISSUE,
  everyS: 120,
  key: 'id',
  http: {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues',
    query: { state: 'all', sort: 'created', direction: 'desc', per_page: '50' },
  },
});

const newRelease = definePollTrigger({
  title: 'When a release is published',
  description: 'Looks for releases; works for public repositories of others too.',
  tags: ['version', 'tag', 'publish'],
  input: z.strictObject(repository),
  payload: release,
  sample: SAMPLE_RELEASE,
  everyS: 600,
  key: 'id',
  http: { method: 'GET', path: '/repos/{owner}/{repo}/releases', query: { per_page: '30' } },
});

export const triggers = { event, newIssue, newRelease };
