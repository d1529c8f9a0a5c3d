import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { contract } from './github.contract.ts';
import { github } from './index.ts';

const REPO = { owner: 'octo-org', repo: 'hello' };
const bench = describeVendor({
  connector: github,
  connection: { scheme: 'token', config: {}, fields: { token: 'token' } },
  origins: ['https://api.github.com'],
  contract,
  options: {
    repositories: { owner: 'octo-org' },
    labels: REPO,
    assignees: REPO,
    milestones: REPO,
    branches: REPO,
    workflows: REPO,
  },
  triggers: { event: { ...REPO, event: 'push' } },
});

describe('GitHub', () => {
  it('says what to do where issues are switched off', async () => {
    const failed = bench.call('createIssue', { owner: 'octo-org', repo: 'quiet', title: 'x' });
    await expect(failed).rejects.toMatchObject({
      problem: {
        code: 'rejected',
        message: 'api.github.com answered 410: Issues are disabled for this repo',
        hint: expect.stringContaining('turn them on'),
      },
    });
  });

  it('lists page by page', async () => {
    expect(await bench.call('listIssues', { ...REPO, maxItems: 300 })).toHaveLength(105);
  });

  it('replaces a file that exists, and keeps a path in one piece', async () => {
    const input = { ...REPO, content: 'é', message: 'm' };
    await bench.call('writeFile', { ...input, path: 'docs/old.md' });
    expect(bench.seen().at(-1)).toBe('PUT /repos/octo-org/hello/contents/docs%2Fold.md');
  });

  it.each(['newIssue', 'newRelease'])('looks for %s', async (trigger) => {
    expect((await bench.look(trigger, REPO)).items.length).toBeGreaterThan(0);
  });
});
