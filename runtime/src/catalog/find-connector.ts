import { connectors, findConnector as find } from '@patchbay/connectors/registry';
import type { Connector } from '@patchbay/connectors/sdk';
import { fail } from '@patchbay/shared/base';

/** A connector in an exact version, or the newest for `latest`; a `not_found` in words otherwise. */
export function findConnector(id: string, version: string): Connector {
  const found = find(id, version);
  if (found) return found;
  const known = connectors.filter((c) => c.manifest.id === id).map((c) => c.manifest.version);
  if (known.length === 0) {
    return fail('not_found', `There is no connector "${id}".`, 'Choose one from the catalogue.');
  }
  return fail(
    'not_found',
    `There is no version ${version} of ${id}.`,
    `Use one of: ${known.join(', ')}.`,
  );
}
