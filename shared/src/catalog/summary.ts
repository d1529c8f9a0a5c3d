import { z } from 'zod';

import { connectorManifestSchema, type ConnectorManifest } from './manifest.ts';

const operationSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
});

const triggerSummarySchema = operationSummarySchema.extend({
  /** Absent in summaries stored before it was told. */
  type: z.enum(['poll', 'webhook']).optional(),
});

/** What a list of connectors shows; enough for the catalogue page and the palette. */
export const connectorSummarySchema = connectorManifestSchema
  .pick({
    id: true,
    version: true,
    name: true,
    description: true,
    categories: true,
    kind: true,
    icon: true,
    connectionOptional: true,
  })
  .extend({
    origin: z.enum(['code', 'openapi', 'mcp']),
    actions: z.array(operationSummarySchema),
    triggers: z.array(triggerSummarySchema),
    authTypes: z.array(z.string()),
    /** Flows and connections of this house that use it. */
    uses: z.number().int().optional(),
  });
export type ConnectorSummary = z.infer<typeof connectorSummarySchema>;

/** Of many actions the descriptions stay out: a list of thousands must travel too. */
const DESCRIBED = 60;
const DESCRIPTION_CHARS = 120;

export function summaryOf(manifest: ConnectorManifest): ConnectorSummary {
  const { id, version, name, description, categories, kind, icon, connectionOptional } = manifest;
  return {
    id,
    version,
    name,
    description: description.slice(0, 200),
    categories,
    kind,
    icon,
    connectionOptional,
    origin: manifest.origin.kind,
    actions: operations(manifest.actions),
    triggers: operations(manifest.triggers).map((one) => ({
      ...one,
      type: manifest.triggers[one.id]?.type,
    })),
    authTypes: [...new Set(manifest.auth.map(({ type }) => type))],
  };
}

function operations(
  all: Record<string, { title: string; description?: string; tags?: string[] }>,
): z.infer<typeof operationSummarySchema>[] {
  const entries = Object.entries(all);
  return entries.map(([id, { title, description, tags }]) => ({
    id,
    title,
    ...(description && entries.length <= DESCRIBED && { description: cut(description) }),
    ...(tags && tags.length > 0 && { tags }),
  }));
}

function cut(text: string): string {
  return text.length > DESCRIPTION_CHARS ? `${text.slice(0, DESCRIPTION_CHARS - 1)}…` : text;
}
