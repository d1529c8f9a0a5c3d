import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  assignee,
  details,
  fieldPlaces,
  issueKey,
  issueType,
  otherFields,
  person,
  project,
} from './fields.ts';

const DOCS = 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issues/';
const summary = z.string().min(1).max(255).meta({ title: 'Summary', 'x-order': 3 });

/** Opens an issue. */
export const createIssue = defineHttpAction({
  title: 'Create an issue',
  description: 'Creates a task, bug, story or subtask in a project.',
  tags: ['bug', 'task', 'ticket', 'story', 'add'],
  docsUrl: DOCS,
  input: z.strictObject({
    fields: otherFields,
    project,
    issuetype: issueType,
    summary,
    ...details,
    assignee,
  }),
  output: z.looseObject({ id: z.string(), key: z.string(), self: z.string().optional() }),
  sample: {
    project: 'SHOP',
    issuetype: '10001',
    summary: 'The report is empty on Mondays',
    description: 'Seen since the last release.',
    labels: ['report'],
    fields: { customfield_10010: 'web' },
  },
  sampleOutput: { id: '10042', key: 'SHOP-42' },
  effects: { reads: false },
  http: { method: 'POST', path: '/issue', params: fieldPlaces },
});

/** Changes an issue. */
export const updateIssue = defineHttpAction({
  title: 'Update an issue',
  description: 'Changes fields of an issue; those that are left out stay as they are.',
  tags: ['edit', 'change', 'ticket'],
  docsUrl: DOCS,
  input: z.strictObject({
    fields: otherFields,
    issue: issueKey,
    summary: summary.optional(),
    ...details,
    assignee: person.optional().meta({ title: 'Assigned to', 'x-order': 6 }),
    notifyUsers: z.boolean().optional().meta({
      title: 'Mail those who watch it',
      'x-advanced': true,
      'x-order': 21,
    }),
  }),
  sample: { issue: 'SHOP-42', priority: '2', labels: ['report', 'urgent'] },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PUT',
    path: '/issue/{issue}',
    params: { ...fieldPlaces, notifyUsers: { in: 'query' } },
  },
});

/** Moves an issue on. */
export const transitionIssue = defineHttpAction({
  title: 'Move an issue to another status',
  description: 'Takes one of the steps that the workflow allows from where the issue is.',
  tags: ['status', 'transition', 'close', 'done', 'workflow'],
  docsUrl: DOCS,
  input: z.strictObject({
    issue: issueKey,
    transition: z
      .string()
      .min(1)
      .meta({
        title: 'Step',
        'x-options': 'transitions',
        'x-dependsOn': ['issue'],
        'x-order': 2,
      }),
    fields: otherFields.meta({
      title: 'Fields of the step',
      description: 'Such as { "resolution": { "name": "Done" } }, when its screen asks for them.',
    }),
  }),
  sample: { issue: 'SHOP-42', transition: '31' },
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/issue/{issue}/transitions',
    params: { transition: { in: 'body', at: 'transition.id' } },
  },
});

/** Gives an issue to somebody. */
export const assignIssue = defineHttpAction({
  title: 'Assign an issue',
  description: 'Gives an issue to a person, or to nobody.',
  tags: ['owner', 'responsible'],
  docsUrl: DOCS,
  input: z.strictObject({
    issue: issueKey,
    accountId: person.nullable().meta({
      description: 'An account id; null is nobody, -1 whoever the project has set.',
      'x-order': 2,
    }),
  }),
  sample: { issue: 'SHOP-42', accountId: '5b10ac8d82e05b22cc7d4ef5' },
  effects: { reads: false, idempotent: true },
  http: { method: 'PUT', path: '/issue/{issue}/assignee' },
});

/** Ties two issues together. */
export const linkIssues = defineHttpAction({
  title: 'Link two issues',
  description: 'Says that one issue blocks, duplicates or relates to another.',
  tags: ['relate', 'blocks', 'duplicate'],
  docsUrl: 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issue-links/',
  input: z.strictObject({
    type: z.string().min(1).meta({
      title: 'Kind of link',
      'x-options': 'linkTypes',
      'x-placeholder': 'Blocks',
      'x-order': 1,
    }),
    inwardIssue: issueKey.meta({
      title: 'This issue',
      description: 'The one that blocks or duplicates.',
      'x-order': 2,
    }),
    outwardIssue: issueKey.meta({
      title: 'The other issue',
      description: 'The one that is blocked or duplicated.',
      'x-order': 3,
    }),
  }),
  sample: { type: 'Blocks', inwardIssue: 'SHOP-7', outwardIssue: 'SHOP-42' },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/issueLink',
    params: {
      type: { in: 'body', at: 'type.name' },
      inwardIssue: { in: 'body', at: 'inwardIssue.key' },
      outwardIssue: { in: 'body', at: 'outwardIssue.key' },
    },
  },
});
