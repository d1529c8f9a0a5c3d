import { z } from 'zod';

import type { Contract } from '#sdk/testing';

import { SAMPLE_ISSUE, SAMPLE_PULL, SAMPLE_RELEASE } from './records.ts';

const text = z.string().optional();
const texts = z.array(z.string()).optional();
const digits = z.string().regex(/^\d+$/).optional();
const paged = { per_page: digits, page: digits };
const direction = z.enum(['asc', 'desc']).optional();
const state = z.enum(['open', 'closed', 'all']).optional();
const REPO = '/repos/{owner}/{repo}';

const issueFields = {
  title: z.string(),
  body: text,
  labels: texts,
  assignees: texts,
  milestone: z.number().nullish(),
};
const AN_ANSWER = { id: 1, html_url: 'https://github.com/octo-org/hello' };

/** GitHub's REST API 2022-11-28 as far as this connector uses it, after GitHub's OpenAPI description. */
export const contract: Contract = {
  headers: { authorization: 'Bearer token', 'x-github-api-version': '2022-11-28' },
  operations: {
    [`POST ${REPO}/issues`]: {
      body: z.strictObject(issueFields),
      reply: ({ path }) =>
        path.repo === 'quiet'
          ? { status: 410, body: { message: 'Issues are disabled for this repo' } }
          : { status: 201, body: SAMPLE_ISSUE },
    },
    [`PATCH ${REPO}/issues/{number}`]: {
      body: z.strictObject({
        ...issueFields,
        title: text,
        state: z.enum(['open', 'closed']).optional(),
        state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).nullish(),
      }),
      gives: SAMPLE_ISSUE,
    },
    [`GET ${REPO}/issues/{number}`]: { gives: SAMPLE_ISSUE },
    [`GET ${REPO}/issues`]: {
      query: z.strictObject({
        ...paged,
        milestone: text,
        state,
        assignee: text,
        creator: text,
        labels: text,
        sort: z.enum(['created', 'updated', 'comments']).optional(),
        direction,
        since: text,
      }),
      reply: ({ query }) => ({
        body: Array.from({ length: query.page === '2' ? 5 : Number(query.per_page) }, () => ({
          ...SAMPLE_ISSUE,
        })),
      }),
    },
    'GET /search/issues': {
      query: z.strictObject({ ...paged, q: z.string(), sort: text, order: direction }),
      gives: { total_count: 1, incomplete_results: false, items: [SAMPLE_ISSUE] },
    },
    [`POST ${REPO}/issues/{number}/comments`]: {
      body: z.strictObject({ body: z.string() }),
      gives: AN_ANSWER,
    },
    [`POST ${REPO}/issues/{number}/labels`]: {
      body: z.strictObject({ labels: z.array(z.string()) }),
      gives: [{ name: 'bug' }],
    },
    [`POST ${REPO}/pulls`]: {
      body: z.strictObject({
        title: text,
        head: z.string(),
        base: z.string(),
        body: text,
        draft: z.boolean().optional(),
      }),
      gives: SAMPLE_PULL,
    },
    [`GET ${REPO}/pulls`]: {
      query: z.strictObject({ ...paged, state, head: text, base: text, sort: text, direction }),
      gives: [SAMPLE_PULL],
    },
    [`PUT ${REPO}/pulls/{number}/merge`]: {
      body: z.strictObject({
        commit_title: text,
        commit_message: text,
        sha: text,
        merge_method: z.enum(['merge', 'squash', 'rebase']).optional(),
      }),
      gives: { sha: 'a', merged: true, message: 'merged' },
    },
    [`POST ${REPO}/releases`]: {
      body: z.strictObject({
        tag_name: z.string(),
        target_commitish: text,
        name: text,
        body: text,
        draft: z.boolean().optional(),
        prerelease: z.boolean().optional(),
        generate_release_notes: z.boolean().optional(),
      }),
      gives: SAMPLE_RELEASE,
    },
    [`GET ${REPO}/releases`]: { query: z.strictObject(paged), gives: [SAMPLE_RELEASE] },
    [`POST ${REPO}/actions/workflows/{id}/dispatches`]: {
      body: z.strictObject({
        ref: z.string(),
        inputs: z.record(z.string(), z.string()).optional(),
      }),
      reply: () => ({ status: 204 }),
    },
    [`GET ${REPO}/contents/{path}`]: {
      query: z.strictObject({ ref: text }),
      reply: ({ path, headers }) => {
        if (headers.accept === 'application/vnd.github.raw+json')
          return { headers: { 'content-type': 'text/markdown' }, body: '# Prices' };
        if (path.path !== 'docs/old.md') return { status: 404, body: { message: 'Not Found' } };
        return { body: { type: 'file', path: path.path, sha: 'old' } };
      },
    },
    [`PUT ${REPO}/contents/{path}`]: {
      body: z.strictObject({
        message: z.string(),
        content: z.base64(),
        sha: z.literal('old').optional(),
        branch: text,
      }),
      reply: ({ path, body }) => {
        const { sha } = body as { sha?: string };
        if (path.path === 'docs/old.md' && sha === undefined) return { status: 422 };
        return { body: { content: { path: path.path, sha: 'new' }, commit: { sha: 'c' } } };
      },
    },
    [`POST ${REPO}/hooks`]: {
      body: z.strictObject({
        name: z.literal('web'),
        active: z.boolean(),
        events: z.array(z.string()).min(1),
        config: z.strictObject({
          url: z.url(),
          content_type: z.enum(['json', 'form']),
          secret: z.string(),
          insecure_ssl: z.enum(['0', '1']),
        }),
      }),
      reply: () => ({ status: 201, body: { id: 12 } }),
    },
    [`GET ${REPO}/hooks`]: {
      query: z.strictObject(paged),
      gives: [{ id: 12, config: { url: 'https://patchbay.example/hooks/1' } }],
    },
    [`DELETE ${REPO}/hooks/12`]: { reply: () => ({ status: 204 }) },
    [`GET ${REPO}/labels`]: { query: z.strictObject(paged), gives: [{ name: 'bug' }] },
    [`GET ${REPO}/assignees`]: { query: z.strictObject(paged), gives: [{ login: 'ada' }] },
    [`GET ${REPO}/milestones`]: {
      query: z.strictObject({ ...paged, state }),
      gives: [{ number: 1, title: 'Spring' }],
    },
    [`GET ${REPO}/branches`]: { query: z.strictObject(paged), gives: [{ name: 'main' }] },
    [`GET ${REPO}/actions/workflows`]: {
      query: z.strictObject(paged),
      gives: { workflows: [{ id: 5, name: 'Deploy' }] },
    },
    'GET /search/repositories': {
      query: z.strictObject({ ...paged, q: z.string(), sort: text, order: direction }),
      gives: { items: [{ name: 'hello' }] },
    },
    'GET /user': { gives: { login: 'ada' } },
    'GET /user/orgs': { query: z.strictObject(paged), gives: [{ login: 'octo-org' }] },
  },
};
