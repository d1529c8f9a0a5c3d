import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { projectField } from './fields.ts';
import { pages } from './issues.ts';

const DOCS = 'https://www.redmine.org/projects/redmine/wiki';
const named = z.object({ id: z.number().int(), name: z.string().optional() });

const projectOutput = z.looseObject({
  id: z.number().int().meta({ title: 'Number' }),
  name: z.string().meta({ title: 'Name' }),
  identifier: z.string().meta({ title: 'Identifier' }),
  description: z.string().nullish().meta({ title: 'Description' }),
});
const sampleProject = { id: 1, name: 'Shop', identifier: 'shop', description: '' };

const entryOutput = z.looseObject({
  id: z.number().int().meta({ title: 'Number' }),
  project: named.meta({ title: 'Project' }),
  issue: z.object({ id: z.number().int() }).optional().meta({ title: 'Issue' }),
  user: named.meta({ title: 'User' }),
  activity: named.meta({ title: 'Activity' }),
  hours: z.number().meta({ title: 'Hours' }),
  comments: z.string().nullish().meta({ title: 'Comment' }),
  spent_on: z.string().meta({ title: 'Day' }),
});
const sampleEntry = {
  id: 7,
  project: { id: 1, name: 'Shop' },
  issue: { id: 42 },
  user: { id: 5, name: 'Ann Arbor' },
  activity: { id: 9, name: 'Development' },
  hours: 1.5,
  comments: 'Found it',
  spent_on: '2026-11-24',
};

/** The projects. */
export const listProjects = defineHttpAction({
  title: 'List projects',
  tags: ['project'],
  docsUrl: `${DOCS}/Rest_Projects`,
  input: z.strictObject({}),
  output: projectOutput,
  sample: {},
  sampleOutput: [sampleProject],
  effects: { reads: true },
  http: { method: 'GET', path: '/projects.json' },
  paginate: pages('projects'),
});

/** A new project. */
export const createProject = defineHttpAction({
  title: 'Create a project',
  tags: ['project', 'new'],
  docsUrl: `${DOCS}/Rest_Projects`,
  input: z.strictObject({
    name: z.string().min(1).meta({ title: 'Name', 'x-order': 1 }),
    identifier: z
      .string()
      .regex(/^[a-z][a-z0-9_-]{0,99}$/, 'must be lower case letters, digits, - and _')
      .meta({ title: 'Identifier', description: 'For addresses; it cannot change.', 'x-order': 2 }),
    description: z.string().optional().meta({ title: 'Description', 'x-order': 3 }),
    is_public: z.boolean().optional().meta({ title: 'Public', 'x-order': 4 }),
    parent_id: z.number().int().optional().meta({ title: 'Parent project', 'x-order': 5 }),
  }),
  output: projectOutput,
  sample: { name: 'Shop', identifier: 'shop' },
  sampleOutput: sampleProject,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/projects.json',
    body: { type: 'json', wrap: 'project' },
    result: 'project',
  },
});

/** The users; only administrators may ask. */
export const listUsers = defineHttpAction({
  title: 'List users',
  description: 'Gives the users; the key must be an administrator’s.',
  tags: ['people', 'account'],
  docsUrl: `${DOCS}/Rest_Users`,
  input: z.strictObject({
    name: z.string().optional().meta({
      title: 'Part of the name',
      description: 'Log-in, first or last name, or mail address.',
      'x-order': 1,
    }),
    status: z
      .enum(['1', '2', '3'])
      .optional()
      .meta({ title: 'Status', 'x-enumTitles': ['Active', 'Registered', 'Locked'], 'x-order': 2 }),
  }),
  output: z.looseObject({
    id: z.number().int().meta({ title: 'Number' }),
    login: z.string().optional().meta({ title: 'Log-in' }),
    firstname: z.string().meta({ title: 'First name' }),
    lastname: z.string().meta({ title: 'Last name' }),
    mail: z.string().optional().meta({ title: 'Mail' }),
  }),
  sample: { name: 'ann' },
  sampleOutput: [{ id: 5, login: 'ann', firstname: 'Ann', lastname: 'Arbor', mail: 'ann@x.org' }],
  effects: { reads: true },
  http: { method: 'GET', path: '/users.json' },
  paginate: pages('users'),
});

/** Time that was logged. */
export const listTimeEntries = defineHttpAction({
  title: 'List time entries',
  tags: ['hours', 'time', 'work log'],
  docsUrl: `${DOCS}/Rest_TimeEntries`,
  input: z.strictObject({
    project_id: projectField.optional(),
    issue_id: z.number().int().optional().meta({ title: 'Issue', 'x-order': 2 }),
    user_id: z
      .string()
      .optional()
      .meta({ title: 'User', description: 'A number, or "me".', 'x-order': 3 }),
    from: z.iso.date().optional().meta({ title: 'From', 'x-order': 4 }),
    to: z.iso.date().optional().meta({ title: 'To', 'x-order': 5 }),
  }),
  output: entryOutput,
  sample: { from: '2026-11-01', to: '2026-11-30' },
  sampleOutput: [sampleEntry],
  effects: { reads: true },
  http: { method: 'GET', path: '/time_entries.json' },
  paginate: pages('time_entries'),
});

/** Logs time. */
export const logTime = defineHttpAction({
  title: 'Log time',
  tags: ['hours', 'time', 'work log'],
  docsUrl: `${DOCS}/Rest_TimeEntries`,
  input: z.strictObject({
    issue_id: z.number().int().min(1).meta({ title: 'Issue', 'x-order': 1 }),
    hours: z.number().positive().meta({ title: 'Hours', 'x-order': 2 }),
    activity_id: z.union([z.string(), z.number().int()]).optional().meta({
      title: 'Activity',
      description: 'Needed unless one is the default.',
      'x-options': 'activities',
      'x-order': 3,
    }),
    spent_on: z.iso
      .date()
      .optional()
      .meta({ title: 'Day', description: 'Default: today.', 'x-order': 4 }),
    comments: z.string().max(1024).optional().meta({ title: 'Comment', 'x-order': 5 }),
  }),
  output: entryOutput,
  sample: { issue_id: 42, hours: 1.5, activity_id: 9, comments: 'Found it' },
  sampleOutput: sampleEntry,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/time_entries.json',
    body: { type: 'json', wrap: 'time_entry' },
    result: 'time_entry',
  },
});
