import type { JsonObject } from '@patchbay/shared/base';
import type { AuthScheme, ConnectorManifest } from '@patchbay/shared/catalog';
import type { Connection } from '@patchbay/shared/connections';
import { useState } from 'react';

import { startValue, validateValue, type FieldErrors } from '#form';

import { authFields, authValues } from './auth-fields.ts';

/** A connection as the dialog holds it. */
export interface ConnectionDraft {
  name: string;
  config: JsonObject;
  scheme: string;
  secrets: JsonObject;
}

/** What the dialog starts from: the connection, or the manifest's defaults. */
export function startDraft(manifest: ConnectorManifest, connection?: Connection): ConnectionDraft {
  const defaults = (startValue(manifest.config, manifest.config) ?? {}) as JsonObject;
  return {
    name: connection?.name ?? manifest.name,
    config: connection ? connection.config : defaults,
    scheme: connection?.authScheme ?? manifest.auth[0]?.id ?? 'none',
    secrets: {},
  };
}

export interface DraftErrors {
  name?: string;
  config: FieldErrors;
  secrets: FieldErrors;
}

/** State of the dialog: the draft, its scheme, and what is wrong with it once one tried to save. */
export function useConnectionDraft(manifest: ConnectorManifest, connection?: Connection) {
  const [draft, setDraft] = useState(() => startDraft(manifest, connection));
  const [tried, setTried] = useState(false);
  const scheme = schemeOf(manifest, draft.scheme);
  const kept = connection?.authScheme === draft.scheme ? connection.secretsSet : [];
  const fields = scheme && authFields(scheme, kept);
  const found: DraftErrors = {
    name: draft.name.trim() === '' ? 'Give it a name you will recognise.' : undefined,
    config: validateValue(manifest.config, draft.config),
    secrets: fields ? validateValue(fields, draft.secrets) : {},
  };
  const isValid = !found.name && Object.keys({ ...found.config, ...found.secrets }).length === 0;
  const errors: DraftErrors = tried ? found : { config: {}, secrets: {} };
  const change = (part: Partial<ConnectionDraft>): void => setDraft({ ...draft, ...part });
  return { draft, change, scheme, fields, kept, errors, isValid, setTried };
}

export function schemeOf(manifest: ConnectorManifest, id: string): AuthScheme | undefined {
  return manifest.auth.find((scheme) => scheme.id === id) ?? manifest.auth[0];
}

/** What is sent. */
export function bodyOf(draft: ConnectionDraft) {
  const { name, config, scheme, secrets } = draft;
  return { name: name.trim(), config, auth: { scheme, values: authValues(secrets) } };
}
