/** The Redmine connector: its REST API, as data. */
import { z } from 'zod';

import { apiKeyAuth, basicAuth, defineConnector, readIcon } from '#sdk';

import { createIssue, deleteIssue, getIssue, listIssues, updateIssue } from './issues.ts';
import { createProject, listProjects, listTimeEntries, listUsers, logTime } from './others.ts';
import { updatedIssue } from './triggers.ts';

const list = (path: string, items: string) => ({
  http: { method: 'GET' as const, path },
  items,
});

export const redmine = defineConnector({
  id: 'redmine',
  version: '1.0.0',
  kind: 'service',
  name: 'Redmine',
  description: 'Create, change and follow issues, and log time.',
  categories: ['Project management', 'Developer tools'],
  useCases: [
    'Open an issue for each message to support.',
    'Tell a channel when an issue changes.',
    'Put the hours of a month into a table.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#b91c1c' },
  docsUrl: 'https://www.redmine.org/projects/redmine/wiki/Rest_api',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    allowedHosts: ['{config.baseUrl}'],
    baseUrl: '{config.baseUrl}',
    answers: { message: 'errors.0' },
  },
  config: z.strictObject({
    baseUrl: z.url({ protocol: /^https?$/ }).meta({
      title: 'Address',
      'x-placeholder': 'https://redmine.example.com',
      'x-order': 1,
    }),
  }),
  auth: [
    apiKeyAuth({
      id: 'key',
      title: 'API key',
      place: 'header',
      name: 'X-Redmine-API-Key',
      help: 'In Redmine open "My account"; the key is on the right. An administrator turns the REST service on under Settings, API.',
      helpUrl: 'https://www.redmine.org/projects/redmine/wiki/Rest_api#Authentication',
    }),
    basicAuth(),
  ],
  actions: {
    listIssues,
    getIssue,
    createIssue,
    updateIssue,
    deleteIssue,
    listProjects,
    createProject,
    listUsers,
    listTimeEntries,
    logTime,
  },
  triggers: { updatedIssue },
  options: {
    projects: list('/projects.json?limit=100', 'projects'),
    trackers: list('/trackers.json', 'trackers'),
    statuses: list('/issue_statuses.json', 'issue_statuses'),
    priorities: list('/enumerations/issue_priorities.json', 'issue_priorities'),
    activities: list('/enumerations/time_entry_activities.json', 'time_entry_activities'),
    users: { ...list('/users.json?limit=100', 'users'), label: '{firstname} {lastname}' },
  },
  test: { http: { method: 'GET', path: '/users/current.json' }, identity: 'user.login' },
  errors: [
    {
      when: { status: [422] },
      title: 'Redmine refuses the values',
      hint: 'Change the fields that it names; a workflow may forbid the status.',
      kind: 'invalid_input',
    },
    {
      when: { status: [403] },
      title: 'Not allowed',
      hint: 'Check the role of the user in the project, and that the REST service is turned on.',
    },
    {
      when: { status: [404] },
      title: 'Not found',
      hint: 'Check the number; an issue of a project that the user cannot see is not found either.',
    },
  ],
});
