import { z } from 'zod';

import { defineEndpoint, type JsonObject } from '#base';

import { changeSchema } from './change.ts';
import { findingsSchema } from './findings.ts';
import { connectorManifestSchema } from './manifest.ts';

const overlaySchema: z.ZodType<JsonObject> = z.record(z.string(), z.any());
const idSchema = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and dashes, beginning with a letter');

/** An action as a preview lists it. */
const previewActionSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Verb and path, or the name of the tool. */
  call: z.string(),
  tags: z.array(z.string()).optional(),
  reads: z.boolean(),
});

/** What an import would install, before anything is. */
export const importPreviewSchema = z.object({
  /** Names what was converted, for `installImport`. */
  document: z.string(),
  source: z.string().optional(),
  manifest: connectorManifestSchema.pick({
    id: true,
    name: true,
    description: true,
    categories: true,
    network: true,
    config: true,
    auth: true,
    docsUrl: true,
    origin: true,
  }),
  actions: z.array(previewActionSchema),
  findings: findingsSchema,
  /** What stands under this id already. */
  installed: z
    .object({
      version: z.string(),
      /** Part of this build: an import can't follow it. */
      builtIn: z.boolean(),
      overlay: overlaySchema,
      changes: z.array(changeSchema),
      /** The version it would become; absent when nothing differs. */
      next: z.string().optional(),
    })
    .optional(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const previewImport = defineEndpoint({
  name: 'catalog.previewImport',
  method: 'POST',
  path: '/api/imports/preview',
  permission: 'catalog.edit',
  summary: 'Reads an OpenAPI document, or asks an MCP server, and says what it would become',
  mostBytes: 64 * 1024 * 1024,
  body: z.object({
    /** The document itself, or where it is. */
    text: z.string().optional(),
    url: z.url().optional(),
    /** Or an MCP server: at an address, or by its name on the operator's list. */
    server: z
      .union([
        z.strictObject({
          url: z.url().max(2000),
          /** Sent as a bearer token while its tools are listed; never kept. */
          token: z.string().max(20_000).optional(),
        }),
        z.strictObject({ name: z.string().max(200) }),
        /** That of a connection, asked with its credential. */
        z.strictObject({ connection: z.string().max(200) }),
      ])
      .optional(),
    /** The connector it is to be a newer version of. */
    id: idSchema.optional(),
  }),
  result: importPreviewSchema,
});

export const listMcpServers = defineEndpoint({
  name: 'catalog.listMcpServers',
  method: 'GET',
  path: '/api/mcp-servers',
  permission: 'catalog.read',
  summary: 'Names of the MCP servers that the operator allows to be started',
  result: z.object({ items: z.array(z.object({ name: z.string() })) }),
});

export const getImport = defineEndpoint({
  name: 'catalog.getImport',
  method: 'GET',
  path: '/api/imports/:id',
  permission: 'catalog.read',
  summary: 'What an imported connector was made of, to change its overlay',
  params: z.object({ id: idSchema }),
  result: importPreviewSchema,
});

export const installImport = defineEndpoint({
  name: 'catalog.installImport',
  method: 'POST',
  path: '/api/imports',
  permission: 'catalog.edit',
  summary: 'Installs a previewed document with an overlay, as a new version of a connector',
  body: z.object({
    document: z.string(),
    id: idSchema,
    /** JSON merge patch on the manifest. */
    overlay: overlaySchema,
  }),
  result: z.object({ id: z.string(), version: z.string(), changes: z.array(changeSchema) }),
});

export const removeImport = defineEndpoint({
  name: 'catalog.removeImport',
  method: 'DELETE',
  path: '/api/imports/:id',
  permission: 'catalog.edit',
  summary: 'Removes an imported connector that nothing uses, in all its versions',
  params: z.object({ id: idSchema }),
  result: z.object({ ok: z.literal(true) }),
});
