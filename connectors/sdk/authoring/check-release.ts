import {
  compareManifests,
  type ConnectorManifest,
  nextVersion,
  summariseChanges,
} from '@patchbay/shared/catalog';

/**
 * Whether a connector's version is the one that follows from what changed since `released`: flows
 * pin versions, so what was released never changes and what breaks is told by the first number.
 */
export function checkRelease(released: ConnectorManifest, manifest: ConnectorManifest): string[] {
  const changes = compareManifests(released, manifest);
  const { version } = manifest;
  if (changes.length === 0)
    return version === released.version
      ? []
      : [`Nothing differs from ${released.version}: the version must stay.`];
  const next = nextVersion(released.version, changes);
  if (version === next) return [];
  const breaking = changes.filter((change) => change.breaking);
  const told = (breaking.length > 0 ? breaking : changes)
    .slice(0, 5)
    .map(({ title, kind, words }) => `\n    ${title}: ${words || `${kind}.`}`);
  return [
    `It is version ${version}, and what changed since ${released.version} makes it ${next}: ${summariseChanges(changes)}${told.join('')}`,
  ];
}
