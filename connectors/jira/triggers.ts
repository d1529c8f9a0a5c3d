import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger } from '#sdk';

import { issue, SAMPLE_ISSUE } from './fields.ts';
import { recentIssues } from './recent-issues.ts';

const EVENTS = {
  'jira:issue_created': 'An issue is created',
  'jira:issue_updated': 'An issue is changed',
  'jira:issue_deleted': 'An issue is deleted',
  comment_created: 'A comment is written',
  comment_updated: 'A comment is changed',
  worklog_created: 'Work is logged',
  attachment_created: 'A file is attached',
  sprint_started: 'A sprint begins',
  sprint_closed: 'A sprint ends',
  'jira:version_released': 'A version is released',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** What Jira itself reports. */
const event = defineWebhookTrigger({
  title: 'When something happens in Jira',
  description: 'Jira reports issues, comments, worklogs and sprints as they happen.',
  tags: ['webhook', 'issue', 'comment', 'sprint'],
  input: z.strictObject({
    event: z
      .enum(NAMES)
      .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]) }),
  }),
  payload: z.looseObject({
    webhookEvent: z.string(),
    timestamp: z.number().optional(),
    issue: issue.optional(),
    changelog: z.looseObject({}).optional(),
  }),
  sample: { webhookEvent: 'jira:issue_created', timestamp: 1_767_600_000_000, issue: SAMPLE_ISSUE },
  verify: { from: 'x-hub-signature', algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' },
  deliveryId: 'x-atlassian-webhook-identifier',
  event: { from: 'body.webhookEvent', input: 'event' },
  instructions:
    'As an administrator of the site open Settings, System, WebHooks and create one: enter the address and a secret of your choice, choose the event, and save.',
  secret: { from: 'person', help: 'The same that you entered as secret of the webhook in Jira.' },
});

const jql = z.string().optional().meta({
  title: 'Only issues that fit (JQL)',
  description: 'Without ORDER BY. Empty: all that the account sees.',
  'x-placeholder': 'project = SHOP AND issuetype = Bug',
});

const looked = {
  everyS: 120,
  key: 'changeKey',
  order: 'asc' as const,
  input: z.strictObject({ jql }),
  payload: issue.extend({ changeKey: z.string() }),
};

const newIssue = definePollTrigger({
  ...looked,
  title: 'When an issue is new',
  description: 'Looks for issues that were created; needs no administrator.',
  tags: ['ticket', 'bug', 'created'],
  sample: { ...SAMPLE_ISSUE, changeKey: '10042' },
  poll: (ctx, look) => recentIssues(ctx, look, 'created'),
});

const changedIssue = definePollTrigger({
  ...looked,
  title: 'When an issue is changed',
  description: 'Looks for issues that were created or changed, once for each change.',
  tags: ['ticket', 'updated', 'status'],
  sample: { ...SAMPLE_ISSUE, changeKey: '10042 2026-01-05T09:30:00.000+0100' },
  poll: (ctx, look) => recentIssues(ctx, look, 'updated'),
});

export const triggers = { event, newIssue, changedIssue };
