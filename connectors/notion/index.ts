/** Notion's API of 2025-09-03, where a database holds one data source or several. */
import { defineConnector, readIcon } from '#sdk';

import { notionAuth } from './auth.ts';
import { errorRules } from './error-rules.ts';
import { options } from './options.ts';
import { getPage, listBlocks, listUsers, queryDatabase, search } from './read-pages.ts';
import { triggers } from './triggers.ts';
import {
  addComment,
  appendParagraphs,
  createDatabasePage,
  createPage,
  updatePage,
} from './write-pages.ts';

export const notion = defineConnector({
  id: 'notion',
  version: '1.0.0',
  kind: 'service',
  name: 'Notion',
  description: 'Pages, databases and comments of a Notion workspace.',
  categories: ['Documents and spreadsheets', 'Project management'],
  useCases: [
    'Add a page to a database for every order or application.',
    'Write minutes and reports as pages.',
    'Move a task on when its work is done elsewhere.',
    'Tell the team when a page is edited.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#191919' },
  docsUrl: 'https://developers.notion.com/reference/intro',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://api.notion.com/v1',
    allowedHosts: ['api.notion.com'],
    headers: { 'Notion-Version': '2025-09-03' },
    limits: [{ requests: 3, perS: 1 }],
    answers: { code: 'code', message: 'message' },
  },
  auth: notionAuth,
  test: { http: { method: 'GET', path: '/users/me' }, identity: 'bot.workspace_name' },
  actions: {
    createDatabasePage,
    createPage,
    updatePage,
    appendParagraphs,
    addComment,
    getPage,
    listBlocks,
    queryDatabase,
    search,
    listUsers,
  },
  triggers,
  options,
  errors: errorRules,
});
