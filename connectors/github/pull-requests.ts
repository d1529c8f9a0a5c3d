import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { body, branch, repository, SAMPLE_REPOSITORY } from './fields.ts';
import { pullRequest, SAMPLE_PULL } from './records.ts';

const PULLS = '/repos/{owner}/{repo}/pulls';
const DOCS = 'https://docs.github.com/en/rest/pulls/pulls';

/** Proposes the commits of a branch. */
export const createPullRequest = defineHttpAction({
  title: 'Create a pull request',
  description: 'Proposes the commits of one branch for another.',
  tags: ['merge request', 'review'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...repository,
    title: z.string().min(1).meta({ title: 'Title', 'x-order': 3 }),
    head: branch('From branch').meta({
      description: 'In a fork: owner:branch.',
      'x-order': 4,
    }),
    base: branch('Into branch').meta({ 'x-order': 5 }),
    body: body.meta({ 'x-order': 6 }),
    draft: z.boolean().optional().meta({ title: 'As a draft', 'x-order': 7 }),
  }),
  output: pullRequest,
  sample: {
    ...SAMPLE_REPOSITORY,
    title: 'Fill the report on Mondays',
    head: 'mondays',
    base: 'main',
  },
  sampleOutput: SAMPLE_PULL,
  effects: { reads: false },
  http: { method: 'POST', path: PULLS },
});

/** Pull requests of a repository. */
export const listPullRequests = defineHttpAction({
  title: 'List pull requests',
  description: 'Gives pull requests of a repository.',
  tags: ['merge requests', 'find'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...repository,
    state: z
      .enum(['open', 'closed', 'all'])
      .default('open')
      .meta({ title: 'State', 'x-enumTitles': ['Open', 'Closed', 'All'], 'x-order': 3 }),
    base: branch('Into branch').optional().meta({ 'x-order': 4 }),
    head: z.string().optional().meta({
      title: 'From branch',
      description: 'As owner:branch.',
      'x-order': 5,
    }),
  }),
  output: pullRequest,
  sample: { ...SAMPLE_REPOSITORY, state: 'open', base: 'main' },
  sampleOutput: [SAMPLE_PULL],
  effects: { reads: true },
  http: { method: 'GET', path: PULLS },
  paginate: { by: 'page', items: '', param: 'page', size: { param: 'per_page', most: 100 } },
});

/** Merges a pull request. */
export const mergePullRequest = defineHttpAction({
  title: 'Merge a pull request',
  description: 'Merges a pull request that is ready.',
  tags: ['squash', 'rebase', 'accept'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...repository,
    pull_number: z.number().int().min(1).meta({ title: 'Number', 'x-order': 3 }),
    merge_method: z
      .enum(['merge', 'squash', 'rebase'])
      .default('merge')
      .meta({
        title: 'How',
        'x-enumTitles': ['Merge commit', 'Squash into one', 'Rebase'],
        'x-order': 4,
      }),
    commit_title: z.string().optional().meta({ title: 'Title of the commit', 'x-order': 5 }),
    sha: z.string().optional().meta({
      title: 'Only at this commit',
      description: 'Refuses when somebody has pushed since.',
      'x-advanced': true,
      'x-order': 6,
    }),
  }),
  output: z.looseObject({ sha: z.string(), merged: z.boolean(), message: z.string() }),
  sample: { ...SAMPLE_REPOSITORY, pull_number: 8, merge_method: 'squash' },
  sampleOutput: {
    sha: '6dcb09b5b57875f334f61aebed695e2e4193db5e',
    merged: true,
    message: 'Pull Request successfully merged',
  },
  effects: { reads: false },
  http: { method: 'PUT', path: `${PULLS}/{pull_number}/merge` },
});
