import { z } from 'zod';

import type { Contract, Operation } from '#sdk/testing';

import { sampleIssue } from './fields.ts';

const id = z.union([z.number().int(), z.string()]);
const issue = {
  project_id: id.optional(),
  tracker_id: id.optional(),
  status_id: id.optional(),
  priority_id: id.optional(),
  assigned_to_id: id.optional(),
  subject: z.string().optional(),
  description: z.string().optional(),
  parent_issue_id: z.number().optional(),
  start_date: z.string().optional(),
  due_date: z.string().optional(),
  estimated_hours: z.number().optional(),
  done_ratio: z.number().optional(),
  is_private: z.boolean().optional(),
  custom_fields: z.array(z.object({ id: z.number(), value: z.any() })).optional(),
};
const page = { limit: z.string().regex(/^\d{1,3}$/), offset: z.string().optional() };
const project = { id: 1, name: 'Shop', identifier: 'shop', description: '' };
const entry = {
  id: 7,
  project: { id: 1, name: 'Shop' },
  issue: { id: 42 },
  user: { id: 5, name: 'Ann' },
  activity: { id: 9, name: 'Development' },
  hours: 1.5,
  comments: '',
  spent_on: '2026-11-24',
};
const user = { id: 5, login: 'ann', firstname: 'Ann', lastname: 'Arbor', mail: 'ann@x.org' };
const filters = {
  project_id: z.string().optional(),
  tracker_id: z.string().optional(),
  status_id: z.string().optional(),
  assigned_to_id: z.string().optional(),
  subject: z.string().optional(),
  query_id: z.string().optional(),
  updated_on: z
    .string()
    .regex(/^(>=|<=|><)\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?/)
    .optional(),
  created_on: z
    .string()
    .regex(/^(>=|<=|><)\d{4}-\d\d-\d\d/)
    .optional(),
  sort: z
    .string()
    .regex(/^[a-z_]+(:(asc|desc))?(,[a-z_]+(:(asc|desc))?)*$/)
    .optional(),
};

// 250 issues, one a minute, so that lists have several pages.
const issues = Array.from({ length: 250 }, (_, n) => {
  const at = new Date(Date.UTC(2026, 10, 24, 10, n)).toISOString().replace('.000', '');
  return { ...sampleIssue, id: n + 1, created_on: at, updated_on: at };
});

const listIssues: Operation = {
  query: z.strictObject({ ...filters, ...page }),
  reply: ({ query: { limit, offset = '0', updated_on, sort } }) => {
    const since = String(updated_on ?? '').replace('>=', '');
    const fit = issues.filter((one) => one.updated_on >= since);
    const sorted = String(sort).includes('desc') ? fit.toReversed() : fit;
    const from = Number(offset);
    const body = { issues: sorted.slice(from, from + Number(limit)), total_count: fit.length };
    return { body };
  },
};

const createIssue: Operation = {
  body: z.strictObject({
    issue: z.strictObject({
      ...issue,
      project_id: id,
      watcher_user_ids: z.array(z.number()).optional(),
    }),
  }),
  reply: ({ body }) => {
    const { subject } = (body as { issue: { subject?: string } }).issue;
    if (subject?.trim()) return { status: 201, body: { issue: sampleIssue } };
    return { status: 422, body: { errors: ['Subject cannot be blank'] } };
  },
};

const oneIssue: Record<string, Operation> = {
  'GET /issues/{id}.json': {
    query: z.strictObject({ include: z.string().optional() }),
    reply: ({ path }) =>
      path.id === '42' ? { body: { issue: sampleIssue } } : { status: 404, body: '' },
  },
  'PUT /issues/{id}.json': {
    body: z.strictObject({
      issue: z.strictObject({
        ...issue,
        notes: z.string().optional(),
        private_notes: z.boolean().optional(),
      }),
    }),
    reply: () => ({ status: 204 }),
  },
  'DELETE /issues/{id}.json': { reply: () => ({ status: 204 }) },
};

/** The REST API of Redmine as its wiki describes it, as far as the connector uses it. */
export const contract: Contract = {
  headers: { 'x-redmine-api-key': 'key' },
  operations: {
    'GET /issues.json': listIssues,
    'POST /issues.json': createIssue,
    ...oneIssue,
    'GET /projects.json': {
      query: z.strictObject(page),
      gives: { projects: [project], total_count: 1 },
    },
    'POST /projects.json': {
      body: z.strictObject({
        project: z.strictObject({
          name: z.string(),
          identifier: z.string(),
          description: z.string().optional(),
          is_public: z.boolean().optional(),
          parent_id: z.number().optional(),
        }),
      }),
      reply: () => ({ status: 201, body: { project } }),
    },
    'GET /users.json': {
      query: z.strictObject({
        name: z.string().optional(),
        status: z.string().optional(),
        ...page,
      }),
      gives: { users: [user], total_count: 1 },
    },
    'GET /users/current.json': { gives: { user } },
    'GET /time_entries.json': {
      query: z.strictObject({
        project_id: z.string().optional(),
        issue_id: z.string().optional(),
        user_id: z.string().optional(),
        from: z.string().optional(),
        to: z.string().optional(),
        ...page,
      }),
      gives: { time_entries: [entry], total_count: 1 },
    },
    'POST /time_entries.json': {
      body: z.strictObject({
        time_entry: z.strictObject({
          issue_id: z.number(),
          hours: z.number(),
          activity_id: id.optional(),
          spent_on: z.string().optional(),
          comments: z.string().optional(),
        }),
      }),
      reply: () => ({ status: 201, body: { time_entry: entry } }),
    },
    'GET /trackers.json': { gives: { trackers: [{ id: 1, name: 'Bug' }] } },
    'GET /issue_statuses.json': { gives: { issue_statuses: [{ id: 1, name: 'New' }] } },
    'GET /enumerations/issue_priorities.json': {
      gives: { issue_priorities: [{ id: 2, name: 'Normal' }] },
    },
    'GET /enumerations/time_entry_activities.json': {
      gives: { time_entry_activities: [{ id: 9, name: 'Development' }] },
    },
  },
};
