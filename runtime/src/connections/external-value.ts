import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { fail } from '@patchbay/shared/base';

const EXTERNAL = /^(env|file):([A-Za-z0-9][A-Za-z0-9_.-]*)$/;
/** Only variables that the operator named so for this use: nobody may read the others through a flow. */
const ENV_PREFIX = 'SECRET_';

/** Where secrets may be kept outside of our store. */
export interface ExternalStore {
  env: Record<string, string | undefined>;
  /** The only folder that `file:` reads from; absent: none. */
  folder?: string;
}

/**
 * The fields with `env:NAME` and `file:NAME` replaced by what the environment variable `SECRET_NAME`
 * or the file holds now; everything else stays.
 */
export async function resolveExternal(
  fields: Record<string, string>,
  store: ExternalStore,
): Promise<Record<string, string>> {
  const entries = Object.entries(fields).map(async ([name, value]) => {
    const [, kind, key] = EXTERNAL.exec(value) ?? [];
    if (kind === undefined || key === undefined) return [name, value] as const;
    return [name, await (kind === 'env' ? fromEnv(key, store) : fromFile(key, store))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function fromEnv(key: string, { env }: ExternalStore): string {
  const name = key.startsWith(ENV_PREFIX) ? key : `${ENV_PREFIX}${key}`;
  return (
    env[name] ??
    fail('invalid_input', `The credential is to come from ${name}, which is not set.`, {
      hint: `Set the environment variable ${name} for every worker, or enter the value itself.`,
    })
  );
}

async function fromFile(key: string, { folder }: ExternalStore): Promise<string> {
  const missing = (): never =>
    fail('invalid_input', `The credential is to come from the file ${key}, which can't be read.`, {
      hint: 'Put it into the folder SECRETS_DIR of every worker, or enter the value itself.',
    });
  if (folder === undefined || key.includes('..')) return missing();
  const text = await readFile(join(folder, key), 'utf8').catch(missing);
  return text.replace(/\r?\n$/, '');
}
