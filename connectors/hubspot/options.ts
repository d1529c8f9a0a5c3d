import type { ConnectorDefinition } from '#sdk';

const labelled = (path: string) => ({
  http: { method: 'GET' as const, path },
  items: 'results',
  value: 'id',
  label: 'label',
});

/** Choices from the account. */
export const options: ConnectorDefinition['options'] = {
  owners: {
    http: { method: 'GET', path: '/crm/v3/owners', query: { limit: '100' } },
    items: 'results',
    value: 'id',
    label: '{firstName} {lastName}',
  },
  dealPipelines: labelled('/crm/v3/pipelines/deals'),
  dealStages: labelled('/crm/v3/pipelines/deals/{pipeline}/stages'),
  ticketPipelines: labelled('/crm/v3/pipelines/tickets'),
  ticketStages: labelled('/crm/v3/pipelines/tickets/{hs_pipeline}/stages'),
  lifecycleStages: {
    http: { method: 'GET', path: '/crm/v3/properties/contacts/lifecyclestage' },
    items: 'options',
    value: 'value',
    label: 'label',
  },
};
