/** Jira Cloud by its REST API 2, whose texts are plain; version 3 differs only in rich text. */
import { z } from 'zod';

import { defineConnector, readIcon } from '#sdk';

import { addAttachment, addComment, addWorklog } from './add-to-issues.ts';
import { jiraAuth } from './auth.ts';
import { errorRules } from './error-rules.ts';
import { options } from './options.ts';
import { findUsers, getIssue, listProjects, searchIssues } from './read-issues.ts';
import { triggers } from './triggers.ts';
import {
  assignIssue,
  createIssue,
  linkIssues,
  transitionIssue,
  updateIssue,
} from './write-issues.ts';

const SITE = /^https:\/\/([\w-]+\.atlassian\.net|api\.atlassian\.com\/ex\/jira\/[\w-]+)\/?$/;

export const jira = defineConnector({
  id: 'jira',
  version: '1.0.0',
  kind: 'service',
  name: 'Jira',
  description: 'Issues, comments, worklogs and projects of a Jira Cloud site.',
  categories: ['Project management', 'Developer tools'],
  useCases: [
    'Open an issue for every alarm or support request.',
    'Move an issue on when its pull request is merged.',
    'Keep issues and the tickets of customers in step.',
    'Report what was changed this week.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#0052cc' },
  docsUrl: 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/intro/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: '{config.site}/rest/api/2',
    allowedHosts: ['{config.site}', 'api.atlassian.com'],
    headers: { Accept: 'application/json' },
    answers: { message: ['errorMessages.0', 'errors', 'message'] },
  },
  config: z.strictObject({
    site: z.string().regex(SITE, 'is like https://your-company.atlassian.net').meta({
      title: 'Site',
      description:
        'With an API token the address of the site. After signing in with Atlassian choose one of the list.',
      'x-options': 'sites',
      'x-placeholder': 'https://your-company.atlassian.net',
    }),
  }),
  auth: jiraAuth,
  test: { http: { method: 'GET', path: '/myself' }, identity: 'displayName' },
  actions: {
    createIssue,
    updateIssue,
    transitionIssue,
    assignIssue,
    linkIssues,
    addComment,
    addAttachment,
    addWorklog,
    getIssue,
    searchIssues,
    listProjects,
    findUsers,
  },
  triggers,
  options,
  errors: errorRules,
});
