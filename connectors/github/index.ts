/** GitHub: issues, pull requests, releases, files and workflows by its REST API. */
import { defineConnector, readIcon } from '#sdk';

import { gitHubAuth } from './auth.ts';
import { errorRules } from './error-rules.ts';
import { getFile, writeFile } from './files.ts';
import {
  addLabels,
  commentIssue,
  createIssue,
  getIssue,
  listIssues,
  searchIssues,
  updateIssue,
} from './issues.ts';
import { options, VERSION } from './options.ts';
import { createPullRequest, listPullRequests, mergePullRequest } from './pull-requests.ts';
import { createRelease, runWorkflow } from './releases-and-workflows.ts';
import { triggers } from './triggers.ts';

export const github = defineConnector({
  id: 'github',
  version: '1.0.0',
  kind: 'service',
  name: 'GitHub',
  description: 'Issues, pull requests, releases, files and workflows of repositories on GitHub.',
  categories: ['Developer tools', 'Project management'],
  useCases: [
    'Open an issue for every support request that is a bug.',
    'Tell the team in chat when a pull request waits for review.',
    'Start a deployment when an approval comes in.',
    'Keep files such as price lists up to date by commits.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#181717' },
  docsUrl: 'https://docs.github.com/en/rest',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://api.github.com',
    allowedHosts: ['api.github.com'],
    headers: { Accept: 'application/vnd.github+json', ...VERSION },
    limits: [{ requests: 5000, perS: 3600 }],
    answers: { message: ['errors.0.message', 'message'] },
  },
  auth: gitHubAuth,
  test: { http: { method: 'GET', path: '/user' }, identity: 'login' },
  actions: {
    createIssue,
    updateIssue,
    getIssue,
    listIssues,
    searchIssues,
    commentIssue,
    addLabels,
    createPullRequest,
    listPullRequests,
    mergePullRequest,
    createRelease,
    runWorkflow,
    getFile,
    writeFile,
  },
  triggers,
  options,
  errors: errorRules,
});
