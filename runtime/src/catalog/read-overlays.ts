import { readFileSync } from 'node:fs';

import { connectors } from '@patchbay/connectors/registry';
import { isObject, ProblemError, type Json, type JsonObject } from '@patchbay/shared/base';
import { overlayManifest } from '@patchbay/shared/catalog';

import { StartError } from '#lib';

/**
 * The overlays of the file that `CONNECTOR_OVERLAYS` names: `{ "<connector id>": <merge patch> }`,
 * for sandboxes, proxies and mock servers. A file that can't be used stops the start.
 */
export function readOverlays(file: string | undefined): Record<string, JsonObject> {
  if (file === undefined) return {};
  const overlays = parse(file);
  if (!isObject(overlays)) throw refused(file, 'holds no JSON object of connector ids.');
  for (const [id, patch] of Object.entries(overlays)) check(file, id, patch);
  return overlays as Record<string, JsonObject>;
}

function parse(file: string): Json {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch (error) {
    throw refused(file, `can't be read: ${(error as Error).message}.`);
  }
}

function check(file: string, id: string, patch: Json): void {
  const known = connectors.filter(({ manifest }) => manifest.id === id);
  if (known.length === 0) throw refused(file, `names "${id}", and there is no such connector.`);
  if (!isObject(patch)) throw refused(file, `must have an object for "${id}".`);
  try {
    for (const { manifest } of known) overlayManifest(manifest, patch);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw refused(file, `can't be used. ${error.message}`);
  }
}

function refused(file: string, why: string): StartError {
  return new StartError(`The file of CONNECTOR_OVERLAYS, ${file}, ${why}`);
}
