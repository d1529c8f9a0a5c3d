import { fail, isObject, type Json, type JsonObject } from '#base';

import { connectorManifestSchema, type ConnectorManifest } from './manifest.ts';

/** A value after a JSON merge patch (RFC 7396): objects merge, `null` takes away, the rest replaces. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

/**
 * A manifest with a merge patch on top: what a document does not say, or what is different here.
 * Throws `invalid_input` naming the first place that would not be a manifest; who it is stays.
 */
export function overlayManifest(manifest: ConnectorManifest, patch: JsonObject): ConnectorManifest {
  const { id: _id, version: _version, format: _format, ...change } = patch;
  const merged = mergePatch(manifest as unknown as Json, change);
  const parsed = connectorManifestSchema.safeParse(merged);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const place = first?.path.map(String).join('.') ?? '';
  return fail(
    'invalid_input',
    `The overlay of ${manifest.name} is not right at ${place || 'its top'}: ${first?.message ?? 'not a manifest'}.`,
    { hint: 'Correct that place of the overlay.', at: { field: place } },
  );
}
