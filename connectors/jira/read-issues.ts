import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { issue, issueKey, SAMPLE_ISSUE } from './fields.ts';

const fields = z.array(z.string()).default(['*navigable']).meta({
  title: 'Fields',
  description: 'Ids of fields, *navigable for what lists show, or *all.',
  'x-advanced': true,
  'x-order': 5,
});

/** One issue. */
export const getIssue = defineHttpAction({
  title: 'Get an issue',
  description: 'Gives one issue with its fields.',
  tags: ['read', 'ticket'],
  docsUrl: 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issues/',
  input: z.strictObject({ issue: issueKey, fields: fields.default(['*all']) }),
  output: issue,
  sample: { issue: 'SHOP-42' },
  sampleOutput: SAMPLE_ISSUE,
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/issue/{issue}',
    params: { fields: { in: 'query', style: 'comma' } },
  },
});

/** Issues by a query. */
export const searchIssues = defineHttpAction({
  title: 'Search issues',
  description: 'Finds issues by a query in JQL.',
  tags: ['jql', 'find', 'list', 'filter'],
  docsUrl: 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issue-search/',
  input: z.strictObject({
    jql: z.string().min(1).meta({
      title: 'JQL',
      description: 'Must narrow the search down: by project, person, time or text.',
      'x-placeholder': 'project = SHOP AND status != Done ORDER BY updated DESC',
      'x-order': 1,
    }),
    fields,
  }),
  output: issue,
  sample: { jql: 'project = SHOP AND status != Done ORDER BY updated DESC' },
  sampleOutput: [SAMPLE_ISSUE],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/search/jql',
    params: { fields: { in: 'query', style: 'comma' } },
  },
  paginate: {
    by: 'cursor',
    items: 'issues',
    next: 'nextPageToken',
    param: 'nextPageToken',
    size: { param: 'maxResults', most: 100 },
  },
});

/** Projects of the site. */
export const listProjects = defineHttpAction({
  title: 'List projects',
  description: 'Gives the projects that the account can see.',
  tags: ['spaces', 'find'],
  docsUrl: 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-projects/',
  input: z.strictObject({
    query: z.string().optional().meta({ title: 'Words in name or key', 'x-order': 1 }),
  }),
  output: z.looseObject({ id: z.string(), key: z.string(), name: z.string() }),
  sample: { query: 'shop' },
  sampleOutput: [{ id: '10000', key: 'SHOP', name: 'Web shop' }],
  effects: { reads: true },
  http: { method: 'GET', path: '/project/search' },
  paginate: {
    by: 'offset',
    items: 'values',
    param: 'startAt',
    size: { param: 'maxResults', most: 50 },
  },
});

/** People by name or mail address. */
export const findUsers = defineHttpAction({
  title: 'Find people',
  description: 'Gives people by their name or mail address, with the account id.',
  tags: ['user', 'account', 'email'],
  docsUrl: 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-user-search/',
  input: z.strictObject({
    query: z.string().min(1).meta({ title: 'Name or email', 'x-order': 1 }),
  }),
  output: z.looseObject({
    accountId: z.string(),
    displayName: z.string().optional(),
    emailAddress: z.string().optional(),
    active: z.boolean().optional(),
  }),
  sample: { query: 'ada' },
  sampleOutput: [{ accountId: '5b10ac8d82e05b22cc7d4ef5', displayName: 'Ada Byron', active: true }],
  effects: { reads: true },
  http: { method: 'GET', path: '/user/search' },
  paginate: { by: 'offset', items: '', param: 'startAt', size: { param: 'maxResults', most: 50 } },
});
