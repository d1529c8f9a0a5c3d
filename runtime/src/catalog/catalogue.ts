import { connectors } from '@patchbay/connectors/registry';
import { dataConnector, overlayConnector, type Connector } from '@patchbay/connectors/sdk';
import { fail, type JsonObject } from '@patchbay/shared/base';
import { standsFor, summaryOf, type ConnectorSummary } from '@patchbay/shared/catalog';

import type { Query } from '#db';
import { LruMap } from '#lib';

import { findVersion, importedSummaries, manifestOf } from './import-store.ts';

/** Imported connectors kept in memory; a large one holds some ten megabytes. */
const MOST_KEPT = 30;

/**
 * Which connectors there are, in which versions: those of this build and those that were imported.
 * A process has one. `(id, version)` never changes, so what was read once stays right.
 */
export class Catalogue {
  private readonly built: Connector[];
  private readonly imported = new LruMap<string, Connector>(MOST_KEPT);

  /** `overlays` are merge patches on the manifests of connectors of this build, by their id. */
  constructor(overlays: Record<string, JsonObject> = {}) {
    this.built = connectors.map((connector) => {
      const patch = overlays[connector.manifest.id];
      return patch ? overlayConnector(connector, patch) : connector;
    });
  }

  /** Every connector in its newest version, as lists show it. */
  async list(query: Query): Promise<ConnectorSummary[]> {
    const newest = new Map<string, ConnectorSummary>();
    for (const { manifest } of this.built)
      if (!newest.has(manifest.id)) newest.set(manifest.id, summaryOf(manifest));
    return [...newest.values(), ...(await importedSummaries(query))];
  }

  /** True for a connector of this build, whatever its version. */
  isBuiltIn(id: string): boolean {
    return this.built.some(({ manifest }) => manifest.id === id);
  }

  /**
   * A connector in an exact version, or the newest for `latest`; a `not_found` in words otherwise.
   * Of our own, a release that this build no longer has is given as what it became without a break.
   * `query` is that of the transaction the caller is in.
   */
  async find(query: Query, id: string, version: string): Promise<Connector> {
    const known = this.built.filter(({ manifest }) => manifest.id === id);
    const exact = known.find(({ manifest }) => manifest.version === version);
    const later = known.find(({ manifest }) => standsFor(manifest, version));
    const found = version === 'latest' ? known[0] : (exact ?? later);
    if (found) return found;
    return (await this.findImported(query, id, version)) ?? missing(query, id, { version, known });
  }

  private async findImported(
    query: Query,
    id: string,
    version: string,
  ): Promise<Connector | undefined> {
    const kept = this.imported.get(`${id}@${version}`);
    if (kept) return kept;
    const row = await findVersion(query, id, version);
    if (!row) return undefined;
    const key = `${id}@${row.version}`;
    const connector = this.imported.get(key) ?? dataConnector(await manifestOf(query, row));
    this.imported.set(key, connector);
    return connector;
  }
}

async function missing(
  query: Query,
  id: string,
  { version, known }: { version: string; known: Connector[] },
): Promise<never> {
  const imported = await query<{ version: string }>(
    'select version from connector_version where connector = ? order by at desc',
    [id],
  );
  const versions = [
    ...known.map(({ manifest }) => manifest.version),
    ...imported.map((one) => one.version),
  ];
  if (versions.length === 0)
    return fail('not_found', `There is no connector "${id}".`, 'Choose one from the catalogue.');
  return fail(
    'not_found',
    `There is no version ${version} of ${id}.`,
    `Use one of: ${versions.join(', ')}.`,
  );
}
