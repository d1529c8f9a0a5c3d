import type { Paginate } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  assigneeField,
  issueField,
  issueFields,
  issueOutput,
  projectField,
  sampleIssue,
  trackerField,
} from './fields.ts';

const tags = ['ticket', 'bug', 'task', 'tracker'];
const docsUrl = 'https://www.redmine.org/projects/redmine/wiki/Rest_Issues';

/** Lists of Redmine go on by an offset, a hundred at a time. */
export const pages = (items: string): Paginate => ({
  by: 'offset',
  items,
  param: 'offset',
  size: { param: 'limit', most: 100 },
});

/** Issues that fit. */
export const listIssues = defineHttpAction({
  title: 'List issues',
  description: 'Gives the issues that fit, in any order.',
  tags: [...tags, 'search', 'find'],
  docsUrl,
  input: z.strictObject({
    project_id: projectField.optional(),
    tracker_id: trackerField.optional(),
    status_id: z.string().default('open').meta({
      title: 'Status',
      description: 'open, closed, * for all, or the number of a status.',
      'x-order': 3,
    }),
    assigned_to_id: assigneeField.optional().meta({ description: 'A user, or "me".' }),
    subject: z.string().optional().meta({
      title: 'Subject',
      description: 'The whole subject; with ~ in front, a part of it.',
      'x-order': 6,
    }),
    updated_on: z.string().optional().meta({
      title: 'Updated',
      description: 'Such as >=2026-11-24 or ><2026-11-01|2026-11-30.',
      'x-advanced': true,
      'x-order': 7,
    }),
    created_on: z.string().optional().meta({
      title: 'Created',
      description: 'Written as Updated.',
      'x-advanced': true,
      'x-order': 8,
    }),
    query_id: z.number().int().optional().meta({
      title: 'Saved query',
      'x-advanced': true,
      'x-order': 9,
    }),
    sort: z.string().optional().meta({
      title: 'Order',
      'x-placeholder': 'updated_on:desc',
      'x-advanced': true,
      'x-order': 10,
    }),
  }),
  output: issueOutput,
  sample: { project_id: 1, status_id: 'open', sort: 'updated_on:desc' },
  sampleOutput: [sampleIssue],
  effects: { reads: true },
  http: { method: 'GET', path: '/issues.json' },
  paginate: pages('issues'),
});

/** One issue with its story. */
export const getIssue = defineHttpAction({
  title: 'Get an issue',
  description: 'Gives an issue, with its notes, files, children and relations where asked for.',
  tags,
  docsUrl,
  input: z.strictObject({
    id: issueField,
    include: z
      .array(z.enum(['journals', 'attachments', 'children', 'relations', 'watchers', 'changesets']))
      .optional()
      .meta({ title: 'With', 'x-order': 1 }),
  }),
  output: issueOutput,
  sample: { id: 42, include: ['journals'] },
  sampleOutput: sampleIssue,
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/issues/{id}.json',
    params: { include: { in: 'query', style: 'comma' } },
    result: 'issue',
  },
});

/** A new issue. */
export const createIssue = defineHttpAction({
  title: 'Create an issue',
  tags: [...tags, 'add', 'new'],
  docsUrl,
  input: z.strictObject({
    project_id: projectField,
    subject: z.string().min(1).max(255).meta({ title: 'Subject', 'x-order': 6 }),
    ...issueFields,
    watcher_user_ids: z.array(z.number().int()).optional().meta({
      title: 'Watchers',
      'x-advanced': true,
      'x-order': 15,
    }),
  }),
  output: issueOutput,
  sample: { project_id: 1, tracker_id: 1, subject: 'The cart forgets an item' },
  sampleOutput: sampleIssue,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/issues.json',
    body: { type: 'json', wrap: 'issue' },
    result: 'issue',
  },
});

/** Changes to an issue. */
export const updateIssue = defineHttpAction({
  title: 'Update an issue',
  description: 'Changes the fields that are given, and adds a note.',
  tags: [...tags, 'edit', 'comment', 'close'],
  docsUrl,
  input: z.strictObject({
    id: issueField,
    project_id: projectField.optional(),
    subject: z.string().min(1).max(255).optional().meta({ title: 'Subject', 'x-order': 6 }),
    ...issueFields,
    notes: z.string().optional().meta({ title: 'Note', 'x-multiline': true, 'x-order': 6.5 }),
    private_notes: z.boolean().optional().meta({
      title: 'The note is private',
      'x-advanced': true,
      'x-order': 15,
    }),
  }),
  output: z.null(),
  sample: { id: 42, status_id: 3, notes: 'Mended in 1.2.' },
  sampleOutput: null,
  effects: { reads: false },
  http: { method: 'PUT', path: '/issues/{id}.json', body: { type: 'json', wrap: 'issue' } },
});

/** Removes an issue. */
export const deleteIssue = defineHttpAction({
  title: 'Delete an issue',
  description: 'Deletes an issue with its children and logged time.',
  tags: [...tags, 'remove'],
  docsUrl,
  input: z.strictObject({ id: issueField }),
  output: z.null(),
  sample: { id: 42 },
  sampleOutput: null,
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/issues/{id}.json' },
});
