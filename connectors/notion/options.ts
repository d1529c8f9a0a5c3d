import type { ConnectorDefinition } from '#sdk';

const shared = (value: 'page' | 'data_source') => ({
  method: 'POST' as const,
  path: '/search',
  body: {
    type: 'json' as const,
    fixed: {
      filter: { property: 'object', value },
      sort: { timestamp: 'last_edited_time', direction: 'descending' },
      page_size: 100,
    },
  },
});

/** Choices from what was shared with the connection. */
export const options: ConnectorDefinition['options'] = {
  dataSources: {
    http: shared('data_source'),
    items: 'results',
    value: 'id',
    label: '{title.0.plain_text}',
  },
  pages: { http: shared('page'), items: 'results', value: 'id', label: '{url}' },
};
