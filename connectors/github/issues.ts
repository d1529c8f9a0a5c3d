import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  assignees,
  body,
  issueNumber,
  labels,
  milestone,
  repository,
  SAMPLE_REPOSITORY,
} from './fields.ts';
import { comment, issue, SAMPLE_ISSUE } from './records.ts';

const ISSUES = '/repos/{owner}/{repo}/issues';
const DOCS = 'https://docs.github.com/en/rest/issues/issues';

/** Opens an issue. */
export const createIssue = defineHttpAction({
  title: 'Create an issue',
  description: 'Opens an issue in a repository.',
  tags: ['bug', 'ticket', 'add'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...repository,
    title: z.string().min(1).meta({ title: 'Title', 'x-order': 4 }),
    body,
    labels,
    assignees,
    milestone,
  }),
  output: issue,
  sample: {
    ...SAMPLE_REPOSITORY,
    title: 'The report is empty on Mondays',
    body: 'Seen since the last release.',
    labels: ['bug'],
  },
  sampleOutput: SAMPLE_ISSUE,
  effects: { reads: false },
  http: { method: 'POST', path: ISSUES },
});

/** Changes, closes or reopens an issue. */
export const updateIssue = defineHttpAction({
  title: 'Update an issue',
  description: 'Changes, closes or reopens an issue; fields that are left out stay as they are.',
  tags: ['close', 'reopen', 'edit', 'assign'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    title: z.string().min(1).optional().meta({ title: 'Title', 'x-order': 4 }),
    body,
    labels: labels.meta({ description: 'Replaces all labels.' }),
    assignees: assignees.meta({ description: 'Replaces everybody assigned.' }),
    milestone,
    state: z
      .enum(['open', 'closed'])
      .optional()
      .meta({ title: 'State', 'x-enumTitles': ['Open', 'Closed'], 'x-order': 9 }),
    state_reason: z
      .enum(['completed', 'not_planned', 'reopened'])
      .optional()
      .meta({
        title: 'Reason',
        'x-enumTitles': ['Completed', 'Not planned', 'Reopened'],
        'x-order': 10,
      }),
  }),
  output: issue,
  sample: { ...SAMPLE_REPOSITORY, issue_number: 7, state: 'closed', state_reason: 'completed' },
  sampleOutput: { ...SAMPLE_ISSUE, state: 'closed', closed_at: '2026-01-06T08:00:00Z' },
  effects: { reads: false, idempotent: true },
  http: { method: 'PATCH', path: `${ISSUES}/{issue_number}` },
});

/** One issue. */
export const getIssue = defineHttpAction({
  title: 'Get an issue',
  description: 'Gives one issue or pull request with its labels and people.',
  tags: ['read', 'find'],
  docsUrl: DOCS,
  input: z.strictObject({ ...repository, issue_number: issueNumber }),
  output: issue,
  sample: { ...SAMPLE_REPOSITORY, issue_number: 7 },
  sampleOutput: SAMPLE_ISSUE,
  effects: { reads: true },
  http: { method: 'GET', path: `${ISSUES}/{issue_number}` },
});

/** Issues of a repository. */
export const listIssues = defineHttpAction({
  title: 'List issues',
  description: 'Gives issues of a repository; pull requests are among them.',
  tags: ['search', 'find', 'bugs'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...repository,
    state: z
      .enum(['open', 'closed', 'all'])
      .default('open')
      .meta({ title: 'State', 'x-enumTitles': ['Open', 'Closed', 'All'], 'x-order': 3 }),
    labels: labels.meta({ description: 'Issues that have all of these.' }),
    assignee: z.string().optional().meta({
      title: 'Assigned to',
      description: 'A person, or none, or * for anybody.',
      'x-order': 7,
    }),
    since: z.iso.datetime().optional().meta({ title: 'Changed since', 'x-order': 8 }),
    sort: z
      .enum(['created', 'updated', 'comments'])
      .optional()
      .meta({ title: 'Sort by', 'x-advanced': true, 'x-order': 9 }),
    direction: z
      .enum(['asc', 'desc'])
      .optional()
      .meta({ title: 'Direction', 'x-advanced': true, 'x-order': 10 }),
  }),
  output: issue,
  sample: { ...SAMPLE_REPOSITORY, state: 'open', labels: ['bug', 'report'] },
  sampleOutput: [SAMPLE_ISSUE],
  effects: { reads: true },
  http: { method: 'GET', path: ISSUES, params: { labels: { in: 'query', style: 'comma' } } },
  paginate: { by: 'page', items: '', param: 'page', size: { param: 'per_page', most: 100 } },
});

/** Issues and pull requests anywhere. */
export const searchIssues = defineHttpAction({
  title: 'Search issues and pull requests',
  description: 'Finds issues and pull requests by the words of the search box of GitHub.',
  tags: ['find', 'query'],
  docsUrl: 'https://docs.github.com/en/search-github/searching-on-github',
  input: z.strictObject({
    q: z.string().min(1).meta({
      title: 'Search',
      'x-placeholder': 'repo:octo-org/hello is:issue is:open label:bug',
      'x-order': 1,
    }),
    sort: z.enum(['created', 'updated', 'comments']).optional().meta({
      title: 'Sort by',
      description: 'Empty: what fits best comes first.',
      'x-order': 2,
    }),
    order: z.enum(['asc', 'desc']).optional().meta({ title: 'Direction', 'x-order': 3 }),
  }),
  output: issue,
  sample: { q: 'repo:octo-org/hello is:issue is:open', sort: 'updated' },
  sampleOutput: [SAMPLE_ISSUE],
  effects: { reads: true },
  http: { method: 'GET', path: '/search/issues' },
  paginate: { by: 'page', items: 'items', param: 'page', size: { param: 'per_page', most: 100 } },
});

/** A comment below an issue or a pull request. */
export const commentIssue = defineHttpAction({
  title: 'Comment on an issue',
  description: 'Writes a comment below an issue or a pull request.',
  tags: ['reply', 'answer', 'note'],
  docsUrl: 'https://docs.github.com/en/rest/issues/comments',
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    body: body.unwrap().min(1).meta({ title: 'Text', 'x-multiline': true, 'x-order': 5 }),
  }),
  output: comment,
  sample: { ...SAMPLE_REPOSITORY, issue_number: 7, body: 'Mended in 1.4.0.' },
  sampleOutput: {
    id: 4001,
    body: 'Mended in 1.4.0.',
    html_url: 'https://github.com/octo-org/hello/issues/7#issuecomment-4001',
    user: { login: 'grace' },
    created_at: '2026-01-06T08:05:00Z',
  },
  effects: { reads: false },
  http: { method: 'POST', path: `${ISSUES}/{issue_number}/comments` },
});

/** More labels for an issue. */
export const addLabels = defineHttpAction({
  title: 'Add labels',
  description: 'Adds labels to an issue or pull request; those it has stay.',
  tags: ['tag', 'triage'],
  docsUrl: 'https://docs.github.com/en/rest/issues/labels',
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    labels: labels.unwrap().min(1).meta({ title: 'Labels', 'x-order': 6 }),
  }),
  output: z.array(z.looseObject({ name: z.string() })),
  sample: { ...SAMPLE_REPOSITORY, issue_number: 7, labels: ['report'] },
  sampleOutput: [{ name: 'bug' }, { name: 'report' }],
  effects: { reads: false, idempotent: true },
  http: { method: 'POST', path: `${ISSUES}/{issue_number}/labels` },
});
