import { ProblemError } from '@patchbay/shared/base';
import { z } from 'zod';

import { type ActionContext, defineAction, defineHttpAction, sendHttp } from '#sdk';

import { branch, repository, SAMPLE_REPOSITORY } from './fields.ts';

const CONTENTS = '/repos/{owner}/{repo}/contents/{path}';
const DOCS = 'https://docs.github.com/en/rest/repos/contents';

const path = z.string().min(1).meta({
  title: 'Path',
  'x-placeholder': 'docs/prices.md',
  'x-order': 3,
});

/** The text of a file. */
export const getFile = defineHttpAction({
  title: 'Read a file',
  description: 'Gives the content of a file of up to 100 MB in a repository.',
  tags: ['content', 'download', 'read'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...repository,
    path,
    ref: branch('Branch, tag or commit').optional().meta({
      description: 'Empty is the default branch.',
      'x-order': 4,
    }),
  }),
  output: z.string(),
  sample: { ...SAMPLE_REPOSITORY, path: 'docs/prices.md' },
  sampleOutput: '# Prices\n',
  effects: { reads: true },
  http: {
    method: 'GET',
    path: CONTENTS,
    headers: { Accept: 'application/vnd.github.raw+json' },
    response: 'text',
  },
});

/** Creates a file or replaces its content, as one commit. */
export const writeFile = defineAction({
  title: 'Write a file',
  description: 'Creates a text file, or replaces its content, as one commit.',
  tags: ['commit', 'save', 'upload', 'content'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...repository,
    path,
    content: z.string().meta({ title: 'Content', 'x-multiline': true, 'x-order': 4 }),
    message: z.string().min(1).meta({ title: 'Message of the commit', 'x-order': 5 }),
    branch: branch('Branch').optional().meta({
      description: 'Empty is the default branch.',
      'x-order': 6,
    }),
  }),
  output: z.looseObject({
    content: z.looseObject({ path: z.string(), sha: z.string(), html_url: z.string().nullish() }),
    commit: z.looseObject({ sha: z.string(), html_url: z.string().optional() }),
  }),
  sample: {
    ...SAMPLE_REPOSITORY,
    path: 'docs/prices.md',
    content: '# Prices\n',
    message: 'Bring the prices up to date',
  },
  sampleOutput: {
    content: {
      path: 'docs/prices.md',
      sha: '95b966ae1c166bd92f8ae7d1c313e738c731dfc3',
      html_url: 'https://github.com/octo-org/hello/blob/main/docs/prices.md',
    },
    commit: { sha: '7638417db6d59f3c431d3e1f261cc637155684cd' },
  },
  effects: { reads: false, idempotent: true },
  run: async (ctx, manifest) => {
    const { owner, repo, path: at, content, message, branch: to } = ctx.input;
    const where = { owner, repo, path: at };
    const found = { ...ctx, input: { ...where, ref: to } };
    const sha = await shaOf(found, manifest);
    const encoded = Buffer.from(content, 'utf8').toString('base64');
    const input = { ...where, message, content: encoded, branch: to, sha };
    return sendHttp(manifest, { method: 'PUT', path: CONTENTS }, { ...ctx, input });
  },
});

// GitHub wants the hash of the file that is replaced, and none for a new one.
async function shaOf(
  ctx: ActionContext,
  manifest: Parameters<typeof sendHttp>[0],
): Promise<unknown> {
  try {
    return await sendHttp(manifest, { method: 'GET', path: CONTENTS, result: 'sha' }, ctx);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.details?.status === 404) return undefined;
    throw error;
  }
}
