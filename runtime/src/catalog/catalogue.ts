import { connectors } from '@patchbay/connectors/registry';
import type { Connector } from '@patchbay/connectors/sdk';
import { fail, type JsonObject } from '@patchbay/shared/base';
import { overlayManifest } from '@patchbay/shared/catalog';

/** Which connectors there are, in which versions; a process has one. */
export class Catalogue {
  private readonly built: Connector[];

  /** `overlays` are merge patches on the manifests of connectors of this build, by their id. */
  constructor(overlays: Record<string, JsonObject> = {}) {
    this.built = connectors.map((connector) => overlaid(connector, overlays));
  }

  /** Every connector, the newest version of each first. */
  list(): Connector[] {
    return this.built;
  }

  /** A connector in an exact version, or the newest for `latest`; a `not_found` in words otherwise. */
  async find(id: string, version: string): Promise<Connector> {
    const known = this.built.filter(({ manifest }) => manifest.id === id);
    const found =
      version === 'latest' ? known[0] : known.find(({ manifest }) => manifest.version === version);
    return found ?? missing(id, version, known);
  }
}

function overlaid(connector: Connector, overlays: Record<string, JsonObject>): Connector {
  const patch = overlays[connector.manifest.id];
  if (!patch) return connector;
  return { ...connector, manifest: overlayManifest(connector.manifest, patch) };
}

function missing(id: string, version: string, known: Connector[]): never {
  if (known.length === 0)
    return fail('not_found', `There is no connector "${id}".`, 'Choose one from the catalogue.');
  const versions = known.map(({ manifest }) => manifest.version);
  return fail(
    'not_found',
    `There is no version ${version} of ${id}.`,
    `Use one of: ${versions.join(', ')}.`,
  );
}
