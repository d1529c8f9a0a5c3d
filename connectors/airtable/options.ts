import type { ConnectorDefinition, OptionSource } from '#sdk';

interface Table {
  id: string;
  name: string;
  fields: { name: string; type: string }[];
}

/** The schema has all tables at once; the fields of one have no address of their own. */
const fields: OptionSource = async ({ http, input, signal }) => {
  const base = encodeURIComponent(String(input.baseId));
  const url = `https://api.airtable.com/v0/meta/bases/${base}/tables`;
  const { status, body } = await http.request({ url, signal });
  const tables = status < 400 ? (body as { tables: Table[] }).tables : [];
  const table = tables.find(({ id, name }) => [id, name].includes(String(input.tableId)));
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
