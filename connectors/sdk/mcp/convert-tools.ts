import { createHash } from 'node:crypto';

import type { ActionManifest, ConnectorManifest, JsonSchema } from '@patchbay/shared/catalog';

import { type ListedTool, type ToolListing, toolOutputSchema } from '#sdk';
import {
  allowedHost,
  colorOf,
  type Converted,
  freeId,
  Gaps,
  inWords,
  SchemaConverter,
  shorten,
  slugOf,
} from '#sdk/openapi';

import { convertSignIn } from './convert-sign-in.ts';

/** Makes a connector of a listing, written as JSON; each tool becomes an action. */
export function convertTools(text: string): Converted {
  const listing = JSON.parse(text) as ToolListing;
  const { place, server, tools, protocol } = listing;
  const gaps = new Gaps();
  const actions: Record<string, ActionManifest> = {};
  if (tools.length === 0) gaps.add('sign_in_first');
  for (const tool of tools) actions[freeId(tool.name, actions)] = convertTool(tool, gaps);
  const manifest: ConnectorManifest = {
    format: 'connector/1',
    version: '1.0.0',
    ...identityOf(server),
    kind: 'service',
    origin: {
      kind: 'mcp',
      transport: place.transport,
      server: place.transport === 'http' ? place.url : place.name,
      toolsHash: createHash('sha256').update(JSON.stringify(tools)).digest('hex'),
    },
    releases: [],
    network:
      place.transport === 'http'
        ? { baseUrl: place.url, allowedHosts: [allowedHost(place.url)] }
        : { allowedHosts: [] },
    config: { type: 'object', properties: {} },
    auth: convertSignIn(listing),
    connectionOptional: true,
    actions,
    triggers: {},
    options: {},
    errors: [],
    $defs: {},
  };
  const findings = { gaps: gaps.list(), pagination: {}, tests: [] };
  return {
    manifest,
    findings: { format: `MCP ${protocol}`.trim(), documentVersion: server.version, ...findings },
  };
}

function identityOf({
  name,
  title,
  description,
  about,
}: ToolListing['server']): Pick<
  ConnectorManifest,
  'id' | 'name' | 'description' | 'categories' | 'icon'
> {
  const called = shorten(title ?? name, 60) || 'MCP server';
  return {
    id: slugOf(called),
    name: called,
    description: shorten(description ?? about ?? '', 160) || `The tools of ${called}.`,
    categories: ['MCP servers'],
    icon: { color: colorOf(called) },
  };
}

function convertTool(tool: ListedTool, gaps: Gaps): ActionManifest {
  const { name, description = '', outputSchema, annotations = {} } = tool;
  const titles = [tool.title, annotations.title, inWords(name), name];
  const title = titles.find((one) => typeof one === 'string' && one.trim() !== '') as string;
  const about = shorten(description, 400);
  const output = outputSchema && convertSchema(outputSchema, gaps);
  return {
    title: shorten(title, 100),
    ...(about && { description: about }),
    input: { ...convertSchema(tool.inputSchema, gaps), type: 'object' },
    output: output ?? toolOutputSchema,
    effects: effectsOf(tool, gaps),
    tool: { name, ...(output && { structured: true }) },
  };
}

/** A tool's schemas stand for themselves, so that those they refer to stay with them. */
function convertSchema(schema: ListedTool['inputSchema'], gaps: Gaps): JsonSchema {
  const converter = new SchemaConverter(schema, gaps);
  const made = converter.convert(schema);
  return Object.keys(converter.defs).length > 0 ? { ...made, $defs: converter.defs } : made;
}

/** What is not said counts as the protocol has it: writing, destructive and not to be repeated. */
function effectsOf({ name, annotations = {} }: ListedTool, gaps: Gaps): ActionManifest['effects'] {
  const { readOnlyHint, destructiveHint, idempotentHint } = annotations;
  if (readOnlyHint === true) return { reads: true, idempotent: true };
  if ([readOnlyHint, destructiveHint, idempotentHint].every((hint) => hint === undefined)) {
    gaps.add('no_hints', name);
    return { reads: false };
  }
  return {
    reads: false,
    destructive: destructiveHint !== false,
    idempotent: idempotentHint === true,
  };
}
