import { connectors } from '@patchbay/connectors/registry';
import type { ConnectorManifest, ConnectorSummary } from '@patchbay/shared/catalog';
import { getConnector, listConnectors } from '@patchbay/shared/catalog';

import type { Room } from '#http';

import { findConnector } from './find-connector.ts';

export const catalogRoom: Room = {
  name: 'catalog',
  mount: (api) => {
    api.on(listConnectors, () => ({ items: connectors.map((c) => summaryOf(c.manifest)) }));
    api.on(getConnector, (_ctx, { params }) => findConnector(params.id, params.version).manifest);
  },
};

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
