import { z } from 'zod';

import type { Contract, Operation } from '#sdk/testing';

import { SAMPLE_ISSUE } from './fields.ts';

const text = z.string().optional();
const whole = z.string().regex(/^\d+$/).optional();
const key = z.strictObject({ key: z.string() });
const id = z.strictObject({ id: z.string() });
const paged = { startAt: whole, maxResults: whole };

// Custom fields are whatever a site has set up.
const fields = z
  .object({
    project: key.optional(),
    issuetype: id.optional(),
    summary: text,
    description: text,
    priority: id.optional(),
    assignee: z.strictObject({ accountId: z.string() }).optional(),
    labels: z.array(z.string()).optional(),
    duedate: text,
    parent: key.optional(),
    resolution: z.looseObject({}).optional(),
  })
  .catchall(z.any())
  .refine(
    (all) => Object.keys(all).every((name) => name in KNOWN || /^customfield_\d+$/.test(name)),
    'cannot be set. It is not on the appropriate screen, or unknown.',
  );
const KNOWN = {
  project: 1,
  issuetype: 1,
  summary: 1,
  description: 1,
  priority: 1,
  assignee: 1,
  labels: 1,
  duedate: 1,
  parent: 1,
  resolution: 1,
};

const nothing = (): { status: number } => ({ status: 204 });

const operations: Record<string, Operation> = {
  'POST /issue': {
    body: z.strictObject({ fields }),
    reply: ({ body }) => {
      const { summary, project, issuetype } = (body as { fields: Record<string, unknown> }).fields;
      if (summary && project && issuetype)
        return { status: 201, body: { id: '10042', key: 'SHOP-42', self: 'https://x' } };
      const errors = { summary: 'You must specify a summary of the issue.' };
      return { status: 400, body: { errorMessages: [], errors } };
    },
  },
  'PUT /issue/{issue}': {
    query: z.strictObject({ notifyUsers: z.enum(['true', 'false']).optional() }),
    body: z.strictObject({ fields }),
    reply: nothing,
  },
  'POST /issue/{issue}/transitions': {
    body: z.strictObject({ transition: id, fields: fields.optional() }),
    reply: nothing,
  },
  'GET /issue/{issue}/transitions': { gives: { transitions: [{ id: '31', name: 'Done' }] } },
  'PUT /issue/{issue}/assignee': {
    body: z.strictObject({ accountId: z.string().nullable() }),
    reply: nothing,
  },
  'POST /issueLink': {
    body: z.strictObject({
      type: z.strictObject({ name: z.string() }),
      inwardIssue: key,
      outwardIssue: key,
    }),
    reply: () => ({ status: 201 }),
  },
  'GET /issueLinkType': { gives: { issueLinkTypes: [{ name: 'Blocks', outward: 'blocks' }] } },
  'POST /issue/{issue}/comment': {
    body: z.strictObject({ body: z.string(), visibility: z.looseObject({}).optional() }),
    gives: { id: '10500', body: 'Mended.' },
  },
  'POST /issue/{issue}/attachments': {
    type: 'multipart/form-data',
    headers: z.object({ 'x-atlassian-token': z.literal('no-check') }),
    body: z.strictObject({ file: z.looseObject({ name: z.literal('log.txt') }) }),
    gives: [{ id: '10001', filename: 'log.txt', size: 7 }],
  },
  'POST /issue/{issue}/worklog': {
    body: z.strictObject({
      timeSpentSeconds: z.number().int(),
      started: text,
      comment: text,
    }),
    gives: { id: '10028', timeSpent: '1h 30m' },
  },
  'GET /issue/{issue}': { query: z.strictObject({ fields: text }), gives: SAMPLE_ISSUE },
  'GET /search/jql': {
    query: z.strictObject({
      jql: z.string().min(1),
      fields: text,
      maxResults: whole,
      nextPageToken: text,
    }),
    reply: ({ query }) =>
      query.nextPageToken
        ? { body: { issues: [SAMPLE_ISSUE], isLast: true } }
        : { body: { issues: [SAMPLE_ISSUE], nextPageToken: 'more', isLast: false } },
  },
  'GET /project/search': {
    query: z.strictObject({ ...paged, query: text, orderBy: text }),
    gives: { values: [{ id: '10000', key: 'SHOP', name: 'Web shop' }], isLast: true },
  },
  'GET /issue/createmeta/{project}/issuetypes': {
    gives: { issueTypes: [{ id: '10001', name: 'Bug' }] },
  },
  'GET /priority': { gives: [{ id: '2', name: 'High' }] },
  'GET /user/assignable/search': {
    query: z.strictObject({ project: z.string(), query: text, ...paged }),
    gives: [{ accountId: 'a1', displayName: 'Ada Byron' }],
  },
  'GET /users/search': {
    query: z.strictObject(paged),
    gives: [{ accountId: 'a1', displayName: 'Ada Byron' }],
  },
  'GET /user/search': {
    query: z.strictObject({ query: z.string(), ...paged }),
    gives: [{ accountId: 'a1', displayName: 'Ada Byron' }],
  },
  'GET /myself': { gives: { accountId: 'a1', displayName: 'Ada Byron' } },
};

/** Jira Cloud's REST API 2 as far as this connector uses it, after Atlassian's OpenAPI description. */
export const contract: Contract = {
  headers: { authorization: `Basic ${Buffer.from('ada@example.com:token').toString('base64')}` },
  operations: {
    ...Object.fromEntries(
      Object.entries(operations).map(([name, operation]) => [
        name.replace(' ', ' /rest/api/2'),
        operation,
      ]),
    ),
    'GET /oauth/token/accessible-resources': { gives: [{ id: 'cloud-1', name: 'harbour' }] },
  },
};
