import type { ConnectorDefinition } from '#sdk';

const accounts = (where: string, value: string) => ({
  http: { method: 'GET' as const, path: '/Accounts', query: { where, order: 'Code ASC' } },
  items: 'Accounts',
  value,
  label: '{Name} ({Code})',
});

/** Choices from the organisation. */
export const options: ConnectorDefinition['options'] = {
  tenants: {
    http: { method: 'GET', path: 'https://api.xero.com/connections' },
    value: 'tenantId',
    label: 'tenantName',
  },
  contacts: {
    http: {
      method: 'GET',
      path: '/Contacts',
      query: { summaryOnly: 'true', page: '1', pageSize: '1000', order: 'Name ASC' },
    },
    items: 'Contacts',
    value: 'ContactID',
    label: 'Name',
  },
  accounts: accounts('Status == "ACTIVE" AND Type != "BANK"', 'Code'),
  bankAccounts: accounts('Status == "ACTIVE" AND Type == "BANK"', 'AccountID'),
  paymentAccounts: accounts(
    'Status == "ACTIVE" AND (Type == "BANK" OR EnablePaymentsToAccount == true)',
    'AccountID',
  ),
  items: {
    http: { method: 'GET', path: '/Items', query: { order: 'Code ASC' } },
    items: 'Items',
    value: 'Code',
    label: '{Name} ({Code})',
  },
  taxRates: {
    http: { method: 'GET', path: '/TaxRates', query: { where: 'Status == "ACTIVE"' } },
    items: 'TaxRates',
    value: 'TaxType',
    label: 'Name',
  },
  brandingThemes: {
    http: { method: 'GET', path: '/BrandingThemes' },
    items: 'BrandingThemes',
    value: 'BrandingThemeID',
    label: 'Name',
  },
};
