import { problem, toProblem, type JsonObject, type Problem } from '@patchbay/shared/base';
import type { AuthScheme, ConnectorManifest } from '@patchbay/shared/catalog';
import {
  listOAuthApps,
  updateConnection,
  type AuthorizeAttempt,
  type Connection,
} from '@patchbay/shared/connections';
import { useRef, useState } from 'react';

import { validateValue, type FieldErrors } from '#form';
import { call, queryClient, refresh, useEndpoint } from '#lib';

import { authFields, authValues, wayOf } from './auth-fields.ts';
import { authorizeAtProvider } from './authorize.ts';

/** What a person has typed in so far. */
interface SignInDraft {
  scheme: string;
  values: JsonObject;
  endsAt: number | null;
  /** Scopes to ask for beyond the default ones. */
  more: string[];
  ownClient: boolean;
}

/** State of the sign-in part: which way, what is typed in, what is under way. */
export function useSignIn(
  manifest: ConnectorManifest,
  connection: Connection,
  asks: readonly string[] = [],
) {
  const form = useSignInForm(manifest, connection, asks);
  const work = useWork();
  const { scheme, draft, check, changed } = form;
  const [waiting, setWaiting] = useState(false);
  const abort = useRef<AbortController>(undefined);

  /** Stores what was typed in; false when something is missing or was refused. */
  const save = async (): Promise<boolean> => {
    const auth = check();
    if (auth === false) return false;
    const request = { params: { id: connection.id }, body: { auth } };
    return (await work.run('Saving', () => call(updateConnection, request))) !== undefined;
  };
  /** Opens the provider and waits; what was typed in is stored first. */
  const authorize = async (): Promise<AuthorizeAttempt | undefined> => {
    if (check() === false || (changed && !(await save()))) return undefined;
    const control = new AbortController();
    abort.current = control;
    setWaiting(true);
    const ended = await work.run('Waiting for the provider', () =>
      authorizeAtProvider(connection.id, draft.more, control.signal),
    );
    setWaiting(false);
    if (ended?.problem) work.setFailure(ended.problem);
    return ended?.state === 'done' ? ended : undefined;
  };
  const cancel = (): void => abort.current?.abort();
  return { ...form, ...work, way: wayOf(scheme), isWaiting: waiting, cancel, save, authorize };
}

export type SignIn = ReturnType<typeof useSignIn>;

/** The form: its fields by the scheme that is chosen, and what is wrong once one tried. */
function useSignInForm(
  manifest: ConnectorManifest,
  connection: Connection,
  asks: readonly string[],
) {
  const { draft, setDraft, stated, change } = useSignInDraft(connection, asks);
  const [tried, setTried] = useState(false);
  const apps = useEndpoint(listOAuthApps, {}, { staleTime: 60_000 }).data;
  const scheme = schemeOf(manifest, draft.scheme);
  const hasApp =
    apps?.items.some((app) => app.connector === manifest.id && app.scheme === scheme.id) ?? false;
  const kept = connection.authScheme === scheme.id ? connection.secretsSet : [];
  const isOAuth = scheme.type === 'oauth2';
  const hasClient = hasApp || (isOAuth && scheme.registerUrl !== undefined);
  const asksClient = isOAuth && (!hasClient || draft.ownClient || kept.includes('clientId'));
  const fields = authFields(scheme, { alreadySet: kept, ownClient: asksClient });
  const found: FieldErrors = validateValue(fields, draft.values);
  const values = authValues(draft.values);
  const choose = (id: string): void => {
    setDraft(emptyDraft(id));
    setTried(false);
  };
  /** What is to be stored; false when something is missing, which is then marked. */
  const check = () => {
    setTried(true);
    if (Object.keys(found).length > 0) return false;
    return { scheme: scheme.id, values, endsAt: draft.endsAt };
  };
  const changed =
    scheme.id !== connection.authScheme ||
    Object.keys(values).length > 0 ||
    draft.endsAt !== stated;
  const redirectUri = apps?.redirectUri;
  const errors = tried ? found : {};
  return {
    draft,
    change,
    choose,
    scheme,
    fields,
    errors,
    kept,
    hasApp,
    hasClient,
    asksClient,
    redirectUri,
    check,
    changed,
  };
}

/** What is typed in; the end that was stated before is there to be changed. */
function useSignInDraft(connection: Connection, asks: readonly string[]) {
  const stated = connection.forecast?.because === 'stated' ? connection.forecast.at : null;
  const [draft, setDraft] = useState<SignInDraft>(() => ({
    ...emptyDraft(connection.authScheme),
    endsAt: stated,
    more: [...asks],
  }));
  // Another key has another end.
  const endOf = (part: Partial<SignInDraft>): number | null =>
    part.values && draft.endsAt === stated ? null : draft.endsAt;
  const change = (part: Partial<SignInDraft>): void =>
    setDraft({ ...draft, endsAt: endOf(part), ...part });
  return { draft, setDraft, stated, change };
}

function emptyDraft(scheme: string): SignInDraft {
  return { scheme, values: {}, endsAt: null, more: [], ownClient: false };
}

function schemeOf(manifest: ConnectorManifest, id: string): AuthScheme {
  const [first] = manifest.auth;
  const chosen = manifest.auth.find((one) => one.id === id) ?? first;
  if (!chosen) throw new Error(`${manifest.id} has no way to sign in`);
  return chosen;
}

/** One thing at a time, with words while it goes on and a problem when it did not. */
function useWork() {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Problem>();
  const run = async <T>(words: string, work: () => Promise<T>): Promise<T | undefined> => {
    setFailure(undefined);
    setBusy(words);
    try {
      const result = await work();
      await refresh(queryClient, ['connections']);
      return result;
    } catch (error) {
      setFailure(toProblem(error));
      return undefined;
    } finally {
      setBusy(undefined);
    }
  };
  return { busy, failure, setFailure, run };
}

/** What a provider did not grant, in words; the connection works for the rest. */
export function missingScopes(scopes: readonly string[], scheme: AuthScheme): Problem | undefined {
  if (scopes.length === 0 || scheme.type !== 'oauth2') return undefined;
  const titles = scopes.map(
    (name) => scheme.scopes.find((one) => one.name === name)?.title ?? name,
  );
  return problem('forbidden', `Not granted: ${titles.join(', ')}.`, {
    hint: 'Steps that need it will be refused. Authorize again and agree to it if they are to work.',
  });
}
