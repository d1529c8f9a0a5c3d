import { hkdfSync, randomBytes } from 'node:crypto';

import { newId } from '@patchbay/shared/base';

import type { Db, Query } from '#db';
import { StartError, type Settings } from '#lib';

import { readRootKey } from './root-key.ts';
import { seal, unseal } from './seal.ts';

interface KeyRow {
  id: string;
  wrapped: string;
}

/** Which record a secret belongs to. */
export interface SecretOwner {
  projectId: string;
  recordId: string;
}

/**
 * Seals secrets under a data key per project, which the root key wraps. Sealed text is
 * `v1:<data key>:<base64>`, so keys can change while older values stay readable.
 */
export class Vault {
  private readonly rootKey: Buffer;
  private readonly keys = new Map<string, Buffer>();

  constructor(rootKey: Buffer) {
    this.rootKey = rootKey;
  }

  /** A key of its own for a purpose, as hex text. */
  derive(purpose: string): string {
    return Buffer.from(hkdfSync('sha256', this.rootKey, '', purpose, 32)).toString('hex');
  }

  async seal(query: Query, plain: string, owner: SecretOwner): Promise<string> {
    const { id, key } = await this.currentKey(query, owner.projectId);
    return `v1:${id}:${seal(key, plain, identityOf(owner))}`;
  }

  async open(query: Query, sealed: string, owner: SecretOwner): Promise<string> {
    const [, id = '', body = ''] = sealed.split(':');
    return unseal(await this.keyById(query, id), body, identityOf(owner));
  }

  /** Proves that this root key is the one the data keys were wrapped with. */
  async verify(query: Query): Promise<void> {
    const rows = await query<KeyRow>('select id, wrapped from data_key limit 1');
    try {
      for (const row of rows) this.unwrap(row);
    } catch (cause) {
      const hint =
        'Set ROOT_KEY (or root.key in the data directory) to the key this data was made with.';
      throw new StartError(`The root key is not the one that sealed the stored secrets. ${hint}`, {
        cause,
      });
    }
  }

  private async currentKey(query: Query, projectId: string): Promise<{ id: string; key: Buffer }> {
    const sql =
      'select id, wrapped from data_key where project_id = ? order by created_at desc limit 1';
    const [row] = await query<KeyRow>(sql, [projectId]);
    if (row) return { id: row.id, key: this.unwrap(row) };
    const id = newId();
    const key = randomBytes(32);
    const wrapped = seal(this.rootKey, key.toString('base64'), `data_key|${id}`);
    const insert = 'insert into data_key (id, project_id, wrapped, created_at) values (?, ?, ?, ?)';
    await query(insert, [id, projectId, wrapped, Date.now()]);
    return { id, key };
  }

  private async keyById(query: Query, id: string): Promise<Buffer> {
    const known = this.keys.get(id);
    if (known) return known;
    const [row] = await query<KeyRow>('select id, wrapped from data_key where id = ?', [id]);
    if (!row) throw new Error(`data key ${id} is gone`);
    const key = this.unwrap(row);
    this.keys.set(id, key);
    return key;
  }

  private unwrap({ id, wrapped }: KeyRow): Buffer {
    return Buffer.from(unseal(this.rootKey, wrapped, `data_key|${id}`), 'base64');
  }
}

function identityOf({ projectId, recordId }: SecretOwner): string {
  return `v1|credential|${recordId}|${projectId}`;
}

/** Opens the vault; refuses to start with a root key that does not fit the data. */
export async function openVault(db: Db, settings: Settings): Promise<Vault> {
  const vault = new Vault(readRootKey(settings));
  await vault.verify(db.query);
  return vault;
}
