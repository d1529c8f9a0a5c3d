import type { ConnectorManifest } from './manifest.ts';

/**
 * True when a connector does all that its earlier version did: it is that version, or was it once
 * and nothing has broken since.
 */
export function standsFor(
  { version: own, releases }: Pick<ConnectorManifest, 'version' | 'releases'>,
  version: string,
): boolean {
  if (own === version) return true;
  const at = releases.findIndex((release) => release.version === version);
  return at >= 0 && !releases.slice(0, at).some(({ breaking }) => breaking);
}
