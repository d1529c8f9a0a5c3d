import { z } from 'zod';

import { defineEndpoint } from '#base';

import { connectorManifestSchema } from './manifest.ts';

/** What a list of connectors shows; enough for the catalogue page and the palette. */
export const connectorSummarySchema = connectorManifestSchema
  .pick({
    id: true,
    version: true,
    name: true,
    description: true,
    categories: true,
    icon: true,
    connectionOptional: true,
  })
  .extend({
    actions: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string().optional(),
        tags: z.array(z.string()).optional(),
      }),
    ),
    authTypes: z.array(z.string()),
  });
export type ConnectorSummary = z.infer<typeof connectorSummarySchema>;

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
