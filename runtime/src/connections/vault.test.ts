import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { readSettings } from '#lib';

import { readRootKey } from './root-key.ts';
import { seal, unseal } from './seal.ts';

const KEY = Buffer.alloc(32, 7);

describe('a sealed value', () => {
  it('opens with its key and its record alone', () => {
    const sealed = seal(KEY, 'geheim ✓', 'record 1');
    expect(unseal(KEY, sealed, 'record 1')).toBe('geheim ✓');
    expect(() => unseal(KEY, sealed, 'record 2')).toThrow('authenticate');
    expect(() => unseal(Buffer.alloc(32, 8), sealed, 'record 1')).toThrow('authenticate');
  });

  it('opens no more when any of its bytes is changed or missing', () => {
    const bytes = Buffer.from(seal(KEY, 'secret', 'r'), 'base64');
    for (let i = 0; i < bytes.length; i++) {
      const bent = Buffer.from(bytes);
      bent[i] = (bent[i] ?? 0) ^ 1;
      expect(() => unseal(KEY, bent.toString('base64'), 'r')).toThrow('authenticate');
      expect(() => unseal(KEY, bytes.subarray(0, i).toString('base64'), 'r')).toThrow(
        /authenticat|Invalid/,
      );
    }
  });

  it('is never sealed twice in the same way', () => {
    const all = Array.from({ length: 200 }, () => seal(KEY, 'same', 'r').slice(0, 16));
    expect(new Set(all).size).toBe(200);
  });
});

describe('the root key', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'patchbay-key-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));
  const key = (env: Record<string, string>): Buffer =>
    readRootKey(readSettings({ DATA_DIR: dataDir, ...env }));

  it('is made once, for its owner alone, and found again', () => {
    const made = key({});
    const file = join(dataDir, 'root.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(made.toString('hex')).toBe(readFileSync(file, 'utf8').trim());
    expect(key({}).equals(made)).toBe(true);
  });

  it('is taken from the environment as hex digits or a long text', () => {
    expect(key({ ROOT_KEY: 'ab'.repeat(32) })).toEqual(Buffer.alloc(32, 0xab));
    expect(key({ ROOT_KEY: 'x'.repeat(32) })).toHaveLength(32);
    expect(() => key({ ROOT_KEY: 'short' })).toThrow('too short');
  });
});
