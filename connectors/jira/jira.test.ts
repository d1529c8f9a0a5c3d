import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { jira } from './index.ts';
import { contract } from './jira.contract.ts';

const bench = describeVendor({
  connector: jira,
  connection: {
    scheme: 'token',
    config: { site: 'https://harbour.atlassian.net' },
    fields: { username: 'ada@example.com', password: 'token' },
  },
  origins: ['https://harbour.atlassian.net', 'https://api.atlassian.com'],
  contract,
  options: {
    issueTypes: { project: 'SHOP' },
    assignees: { project: 'SHOP' },
    transitions: { issue: 'SHOP-42' },
  },
});

describe('Jira', () => {
  it('gives the words of Jira for a field it refuses', async () => {
    const failed = bench.call('updateIssue', { issue: 'SHOP-42', fields: { colour: 'red' } });
    await expect(failed).rejects.toMatchObject({
      problem: { code: 'invalid_input', hint: expect.stringContaining('on the screen') },
    });
  });

  it('lets named fields win over other fields', async () => {
    const input = { project: 'SHOP', issuetype: '1', summary: 'A', fields: { summary: '' } };
    await expect(bench.call('createIssue', input)).resolves.toHaveProperty('key', 'SHOP-42');
  });

  it('searches on by the token of the page', async () => {
    expect(await bench.call('searchIssues', { jql: 'project = SHOP' })).toHaveLength(2);
  });

  it.each(['newIssue', 'changedIssue'])('looks for %s by minutes back', async (trigger) => {
    expect((await bench.look(trigger, {})).items).toEqual([]);
    const since = new Date(Date.now() - 10 * 60_000).toISOString();
    const look = await bench.look(trigger, { jql: 'project = SHOP' }, since);
    expect(look.items[0]).toMatchObject({
      key: 'SHOP-42',
      changeKey: expect.stringMatching(/^10042/),
    });
    expect(
      decodeURIComponent(bench.seen().find((line) => line.includes('/search/jql?jql=%28'))!),
    ).toMatch(/\(project\+=\+SHOP\)\+AND\+\w+\+>=\+"-1[12]m"/);
  });
});
