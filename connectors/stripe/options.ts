import type { ConnectorDefinition } from '#sdk';

/** Choices from the account. */
export const options: ConnectorDefinition['options'] = {
  customers: {
    http: { method: 'GET', path: '/customers', query: { limit: '100' } },
    items: 'data',
    value: 'id',
    label: '{name} ({email})',
  },
  prices: {
    http: {
      method: 'GET',
      path: '/prices',
      query: { active: 'true', limit: '100', 'expand[]': 'data.product' },
    },
    items: 'data',
    value: 'id',
    label: '{product.name}: {unit_amount} {currency}',
  },
};
