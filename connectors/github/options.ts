import { type ConnectorDefinition, type OptionSource, statusProblem } from '#sdk';

import { errorRules } from './error-rules.ts';

/** The version of the API that the requests are written for. */
export const VERSION = { 'X-GitHub-Api-Version': '2022-11-28' };

const perPage = { per_page: '100' };
const ofRepository = (place: string, query: Record<string, string> = perPage) => ({
  method: 'GET' as const,
  path: `/repos/{owner}/{repo}/${place}`,
  query,
});

/** The person of the connection and the organisations: GitHub has no list of both. */
const owners: OptionSource = async ({ http, signal }) => {
  const ask = async (path: string): Promise<unknown> => {
    const url = `https://api.github.com${path}`;
    const answer = await http.request({ url, headers: VERSION, signal });
    const failure = statusProblem(answer, errorRules);
    if (failure) throw failure;
    return answer.body;
  };
  const me = await ask('/user');
  const organisations = await ask('/user/orgs?per_page=100');
  const all = [me, ...(organisations as unknown[])] as { login: string }[];
  return all.map(({ login }) => ({ value: login, label: login }));
};

/** Choices from the account. */
export const options: ConnectorDefinition['options'] = {
  owners,
  repositories: {
    http: {
      method: 'GET',
      path: '/search/repositories',
      params: { owner: { in: 'none' } },
      query: { ...perPage, q: 'user:{owner} fork:true', sort: 'updated' },
    },
    items: 'items',
    value: 'name',
    label: 'name',
  },
  labels: { http: ofRepository('labels'), value: 'name', label: 'name' },
  assignees: { http: ofRepository('assignees'), value: 'login', label: 'login' },
  milestones: {
    http: ofRepository('milestones', { ...perPage, state: 'open' }),
    value: 'number',
    label: 'title',
  },
  branches: { http: ofRepository('branches'), value: 'name', label: 'name' },
  workflows: {
    http: ofRepository('actions/workflows'),
    items: 'workflows',
    value: 'id',
    label: 'name',
  },
};
