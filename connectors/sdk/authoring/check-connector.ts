import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { connectorManifestSchema, type ConnectorManifest } from '@patchbay/shared/catalog';

import type { Connector } from '#sdk';

import { checkSchemas } from './check-schemas.ts';

/** What is wrong with a connector and its folder, a sentence each; nothing when all is well. */
export function checkConnector({ manifest }: Connector, folder: string): string[] {
  const wrong = checkManifest(manifest);
  if (wrong.length > 0) return wrong;
  return [
    ...checkSchemas(manifest),
    ...checkChoices(manifest),
    ...checkReleases(manifest),
    ...checkFolder(manifest, folder),
  ];
}

function checkManifest(manifest: ConnectorManifest): string[] {
  const issues = connectorManifestSchema.safeParse(manifest).error?.issues ?? [];
  if (issues.length > 0)
    return issues.map(({ path, message }) => `The manifest at ${path.join('.')}: ${message}.`);
  const isPlain = [JSON.parse(JSON.stringify(manifest)), connectorManifestSchema.parse(manifest)];
  if (isPlain.every((one) => isDeepStrictEqual(one, manifest))) return [];
  return ['The manifest is not pure JSON, or holds what no manifest has.'];
}

/** Lists of choices that a field asks for, and fields that they depend on. */
function checkChoices({ actions, triggers, config, options }: ConnectorManifest): string[] {
  const text = JSON.stringify([actions, triggers, config]);
  const asked = new Set([...text.matchAll(/"x-options":"([^"]+)"/g)].map(([, name = '']) => name));
  return [...asked]
    .filter((name) => !Object.hasOwn(options, name))
    .map((name) => `A field asks for the choices "${name}", and there are none.`);
}

function checkReleases({ version, releases }: ConnectorManifest): string[] {
  const [newest, ...older] = releases;
  if (newest?.version !== version)
    return [`The first of the releases must be that of version ${version}.`];
  const all = [newest, ...older];
  return all.flatMap((release, at) => {
    const before = all[at + 1];
    if (!before) return [];
    const [major, last] = [majorOf(release.version), majorOf(before.version)];
    if (orderOf(release.version) <= orderOf(before.version))
      return [`Release ${release.version} must come after ${before.version}: newest first.`];
    if (release.breaking === major > last) return [];
    return [
      release.breaking
        ? `Release ${release.version} breaks what worked with ${before.version}: it must be ${last + 1}.0.0.`
        : `Release ${release.version} says that it breaks nothing, and raises the first number.`,
    ];
  });
}

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}

function orderOf(version: string): number {
  return version.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0);
}

function checkFolder({ version, icon }: ConnectorManifest, folder: string): string[] {
  const log = join(folder, 'CHANGELOG.md');
  const isLogged = existsSync(log) && readFileSync(log, 'utf8').includes(`## ${version}`);
  const svg = icon.svg ?? '';
  return [
    ...(isLogged ? [] : [`CHANGELOG.md has no part "## ${version}".`]),
    ...(existsSync(join(folder, 'icon.svg')) ? [] : ['There is no icon.svg.']),
    ...(/<script|\son\w+=|href/i.test(svg) ? ['The icon must hold no script and no address.'] : []),
  ];
}
