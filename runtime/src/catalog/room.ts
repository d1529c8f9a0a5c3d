import type { ConnectorManifest, ConnectorSummary } from '@patchbay/shared/catalog';
import { getConnector, listConnectors } from '@patchbay/shared/catalog';

import type { Room } from '#http';

import type { Catalogue } from './catalogue.ts';

/** The room's doors. */
export function catalogRoom({ catalogue }: { catalogue: Catalogue }): Room {
  return {
    name: 'catalog',
    mount: (api) => {
      api.on(listConnectors, () => ({
        items: catalogue.list().map(({ manifest }) => summaryOf(manifest)),
      }));
      api.on(getConnector, async (_ctx, { params }) => {
        const { manifest } = await catalogue.find(params.id, params.version);
        return manifest;
      });
    },
  };
}

function summaryOf(manifest: ConnectorManifest): ConnectorSummary {
  const { id, version, name, description, categories, icon, connectionOptional, auth, actions } =
    manifest;
  return {
    id,
    version,
    name,
    description,
    categories,
    icon,
    connectionOptional,
    actions: Object.entries(actions).map(([key, { title, description: about, tags }]) => ({
      id: key,
      title,
      description: about,
      tags,
    })),
    authTypes: auth.map((scheme) => scheme.type),
  };
}
