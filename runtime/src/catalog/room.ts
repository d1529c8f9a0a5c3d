import { fail } from '@patchbay/shared/base';
import * as endpoints from '@patchbay/shared/catalog';
import { closeSchema, type ActionManifest, type ConnectorManifest } from '@patchbay/shared/catalog';

import type { Room } from '#http';

import { usesCounter } from './count-uses.ts';
import { runImport } from './import-child.ts';
import {
  installImport,
  previewImport,
  removeImport,
  viewDocument,
  type ImportParts,
} from './import-connector.ts';
import { findDocument, findVersion } from './import-store.ts';

/** The room's doors. */
export function catalogRoom(given: Omit<ImportParts, 'runImport'>): Room {
  const parts = { ...given, runImport };
  const { catalogue } = parts;
  const countUses = usesCounter();
  return {
    name: 'catalog',
    mount: (api) => {
      api.on(endpoints.listConnectors, async ({ query, clock }) => {
        const uses = await countUses(query, clock());
        const items = await catalogue.list(query);
        return { items: items.map((one) => ({ ...one, uses: uses.get(one.id) ?? 0 })) };
      });
      api.on(endpoints.getConnector, async ({ query }, { params }) => {
        const { manifest } = await catalogue.find(query, params.id, params.version);
        return manifest.$defs ? withoutSchemas(manifest) : manifest;
      });
      api.on(endpoints.getAction, async ({ query }, { params }) => {
        const { manifest } = await catalogue.find(query, params.id, params.version);
        return closedAction(manifest, params.action);
      });
      api.on(endpoints.listMcpServers, () => ({
        items: Object.keys(parts.outbound.programs ?? {}).map((name) => ({ name })),
      }));
      api.on(endpoints.previewImport, (ctx, { body }) => previewImport(parts, ctx, body), {
        alone: true,
      });
      api.on(endpoints.getImport, async ({ query }, { params }) => {
        const row = await findVersion(query, params.id, 'latest');
        if (!row)
          return fail('not_found', `"${params.id}" was not imported.`, 'Look at the catalogue.');
        const document = await findDocument(query, row.document);
        return viewDocument(parts, query, { document, id: params.id });
      });
      api.on(endpoints.installImport, (ctx, { body }) => installImport(parts, ctx, body), {
        alone: true,
      });
      api.on(endpoints.removeImport, (ctx, { params }) => removeImport(ctx, params.id));
    },
  };
}

/** Imported connectors are large: their schemas travel with the action that is looked at. */
function withoutSchemas({ $defs: _defs, ...manifest }: ConnectorManifest): ConnectorManifest {
  const actions = Object.entries(manifest.actions).map(([id, action]): [string, ActionManifest] => {
    const { output: _output, ...rest } = action;
    return [id, { ...rest, input: {} }];
  });
  return { ...manifest, actions: Object.fromEntries(actions) };
}

function closedAction(manifest: ConnectorManifest, id: string): ActionManifest {
  const action = Object.hasOwn(manifest.actions, id) ? manifest.actions[id] : undefined;
  if (!action)
    return fail('not_found', `${manifest.name} has no action "${id}".`, 'Choose one it has.');
  return {
    ...action,
    input: closeSchema(action.input, manifest.$defs),
    ...(action.output && { output: closeSchema(action.output, manifest.$defs) }),
  };
}
