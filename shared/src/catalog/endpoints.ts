import { z } from 'zod';

import { defineEndpoint } from '#base';

import { actionSchema, connectorManifestSchema } from './manifest.ts';
import { connectorSummarySchema } from './summary.ts';

export const listConnectors = defineEndpoint({
  name: 'catalog.listConnectors',
  method: 'GET',
  path: '/api/connectors',
  permission: 'catalog.read',
  summary: 'Every connector in its newest version',
  result: z.object({ items: z.array(connectorSummarySchema) }),
});

export const getConnector = defineEndpoint({
  name: 'catalog.getConnector',
  method: 'GET',
  path: '/api/connectors/:id/:version',
  permission: 'catalog.read',
  summary: 'The whole manifest of one connector version; `latest` is allowed',
  params: z.object({ id: z.string(), version: z.string() }),
  result: connectorManifestSchema,
});

export const getAction = defineEndpoint({
  name: 'catalog.getAction',
  method: 'GET',
  path: '/api/connectors/:id/:version/actions/:action',
  permission: 'catalog.read',
  summary: 'One action with schemas that stand for themselves',
  params: z.object({ id: z.string(), version: z.string(), action: z.string() }),
  result: actionSchema,
});
