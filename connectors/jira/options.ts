import { type ConnectorDefinition, type OptionSource, statusProblem } from '#sdk';

import { errorRules } from './error-rules.ts';

/** Sites that a sign-in covers; with an API token the person writes the address themselves. */
const sites: OptionSource = async ({ http, signal }) => {
  const url = 'https://api.atlassian.com/oauth/token/accessible-resources';
  const answer = await http.request({ url, signal });
  if (answer.status === 401) return [];
  const failure = statusProblem(answer, errorRules);
  if (failure) throw failure;
  return (answer.body as { id: string; name: string }[]).map(({ id, name }) => ({
    value: `https://api.atlassian.com/ex/jira/${id}`,
    label: name,
  }));
};

/** Choices from the site. */
export const options: ConnectorDefinition['options'] = {
  sites,
  projects: {
    http: { method: 'GET', path: '/project/search', query: { maxResults: '100', orderBy: 'name' } },
    items: 'values',
    value: 'key',
    label: '{name} ({key})',
  },
  issueTypes: {
    http: { method: 'GET', path: '/issue/createmeta/{project}/issuetypes' },
    items: 'issueTypes',
    value: 'id',
    label: 'name',
  },
  priorities: { http: { method: 'GET', path: '/priority' }, value: 'id', label: 'name' },
  assignees: {
    http: { method: 'GET', path: '/user/assignable/search', query: { maxResults: '100' } },
    value: 'accountId',
    label: 'displayName',
  },
  people: {
    http: { method: 'GET', path: '/users/search', query: { maxResults: '200' } },
    value: 'accountId',
    label: 'displayName',
  },
  transitions: {
    http: { method: 'GET', path: '/issue/{issue}/transitions' },
    items: 'transitions',
    value: 'id',
    label: 'name',
  },
  linkTypes: {
    http: { method: 'GET', path: '/issueLinkType' },
    items: 'issueLinkTypes',
    value: 'name',
    label: '{name}: {outward}',
  },
};
