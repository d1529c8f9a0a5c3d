import { randomBytes, createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { StartError, type Settings } from '#lib';

const KEY_BYTES = 32;

/**
 * The root key: `ROOT_KEY` (64 hex digits, or any text of at least 32 characters), else the file
 * `root.key` in the data directory, made with mode 600 on the first start.
 */
export function readRootKey({ rootKey, dataDir, databaseUrl }: Settings): Buffer {
  if (rootKey !== undefined) return fromText(rootKey, 'ROOT_KEY');
  const file = join(dataDir, 'root.key');
  if (existsSync(file)) return fromText(readFileSync(file, 'utf8').trim(), file);
  if (databaseUrl) {
    throw new StartError(
      'ROOT_KEY is not set. With DATABASE_URL every process needs the same one: set it to 64 hex digits (openssl rand -hex 32).',
    );
  }
  const text = randomBytes(KEY_BYTES).toString('hex');
  writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  return Buffer.from(text, 'hex');
}

/** The root key that is to follow, while all processes are taught both; usually none. */
export function readNextRootKey({ rootKeyNext }: Settings): Buffer | undefined {
  return rootKeyNext === undefined ? undefined : fromText(rootKeyNext, 'ROOT_KEY_NEXT');
}

function fromText(text: string, where: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (text.length >= KEY_BYTES) return createHash('sha256').update(text).digest();
  throw new StartError(
    `The root key in ${where} is too short: it needs 64 hex digits (openssl rand -hex 32).`,
  );
}
