import { type ConnectorDefinition, type OptionSource, statusProblem, textOf } from '#sdk';

import { errorRules } from './error-rules.ts';

interface Table {
  id: string;
  name: string;
  fields: { name: string; type: string }[];
}

/** The schema has all tables at once; the fields of one have no address of their own. */
const fields: OptionSource = async ({ http, input, signal }) => {
  const base = encodeURIComponent(textOf(input.baseId));
  const url = `https://api.airtable.com/v0/meta/bases/${base}/tables`;
  const answer = await http.request({ url, signal });
  const failure = statusProblem(answer, errorRules);
  if (failure) throw failure;
  const { tables } = answer.body as { tables: Table[] };
  const table = tables.find(({ id, name }) => [id, name].includes(textOf(input.tableId)));
  return (table?.fields ?? []).map(({ name, type }) => ({
    value: name,
    label: name,
    description: type,
  }));
};

/** Choices from the account. */
export const options: ConnectorDefinition['options'] = {
  bases: {
    http: { method: 'GET', path: '/v0/meta/bases' },
    items: 'bases',
    value: 'id',
    label: 'name',
  },
  tables: {
    http: { method: 'GET', path: '/v0/meta/bases/{baseId}/tables' },
    items: 'tables',
    value: 'id',
    label: 'name',
  },
  fields,
};
