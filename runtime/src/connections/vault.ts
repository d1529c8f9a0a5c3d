import { createHash, hkdfSync, randomBytes } from 'node:crypto';

import { newId } from '@patchbay/shared/base';

import type { Db, Query } from '#db';
import { StartError, type Settings } from '#lib';

import { readNextRootKey, readRootKey } from './root-key.ts';
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
 * `v1:<data key>:<base64>`, so keys can change while older values stay readable. A root key that is
 * to come may be known beside the present one: then both unwrap, and `rewrap` moves keys over.
 */
export class Vault {
  private readonly rootKey: Buffer;
  private readonly nextRootKey: Buffer | undefined;
  private readonly keys = new Map<string, Buffer>();

  constructor(rootKey: Buffer, nextRootKey?: Buffer) {
    this.rootKey = rootKey;
    this.nextRootKey = nextRootKey;
  }

  /**
   * A key of its own for a purpose that is no project's, as hex text. Made at the first call; the
   * root key only wraps it, so it stays the same when the root key changes.
   */
  async keyFor(query: Query, purpose: string): Promise<string> {
    return (await this.currentKey(query, purpose)).key.toString('hex');
  }

  async seal(query: Query, plain: string, owner: SecretOwner): Promise<string> {
    const { id, key } = await this.currentKey(query, owner.projectId);
    return `v1:${id}:${seal(key, plain, identityOf(owner))}`;
  }

  async open(query: Query, sealed: string, owner: SecretOwner): Promise<string> {
    const [, id = '', body = ''] = sealed.split(':');
    return unseal(await this.keyById(query, id), body, identityOf(owner));
  }

  /** Proves that these root keys are the ones the data keys were wrapped with. */
  async verify(query: Query): Promise<void> {
    const rows = await query<KeyRow>('select id, wrapped from data_key');
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

  /** A new data key for what is sealed from now on. */
  async addKey(query: Query, projectId: string): Promise<{ id: string; key: Buffer }> {
    const id = newId();
    const key = randomBytes(32);
    const insert = 'insert into data_key (id, project_id, wrapped, created_at) values (?, ?, ?, ?)';
    await query(insert, [id, projectId, this.wrap(this.rootKey, id, key), Date.now()]);
    return { id, key };
  }

  /** How many data keys the coming root key does not wrap yet; undefined when none is to come. */
  async rootPending(query: Query): Promise<number | undefined> {
    if (!this.nextRootKey) return undefined;
    const mark = `${fingerprint(this.nextRootKey)}:%`;
    const [row] = await query<{ n: number | string }>(
      'select count(*) as n from data_key where wrapped not like ?',
      [mark],
    );
    return Number(row?.n ?? 0);
  }

  /** Wraps every data key with the coming root key. Cut off anywhere, each key opens with one of both. */
  async rewrap(query: Query): Promise<void> {
    const { nextRootKey } = this;
    if (!nextRootKey) return;
    for (const row of await query<KeyRow>('select id, wrapped from data_key')) {
      const wrapped = this.wrap(nextRootKey, row.id, this.unwrap(row));
      await query('update data_key set wrapped = ? where id = ?', [wrapped, row.id]);
    }
  }

  private async currentKey(query: Query, projectId: string): Promise<{ id: string; key: Buffer }> {
    const sql =
      'select id, wrapped from data_key where project_id = ? order by created_at desc, id desc limit 1';
    const [row] = await query<KeyRow>(sql, [projectId]);
    return row ? { id: row.id, key: this.remember(row) } : this.addKey(query, projectId);
  }

  private async keyById(query: Query, id: string): Promise<Buffer> {
    const known = this.keys.get(id);
    if (known) return known;
    const [row] = await query<KeyRow>('select id, wrapped from data_key where id = ?', [id]);
    if (!row) throw new Error(`data key ${id} is gone`);
    return this.remember(row);
  }

  private remember(row: KeyRow): Buffer {
    const key = this.keys.get(row.id) ?? this.unwrap(row);
    this.keys.set(row.id, key);
    return key;
  }

  private wrap(rootKey: Buffer, id: string, key: Buffer): string {
    return `${fingerprint(rootKey)}:${seal(rootKey, key.toString('base64'), `data_key|${id}`)}`;
  }

  /** Keys of earlier versions carry no fingerprint: the present root key wrapped them. */
  private unwrap({ id, wrapped }: KeyRow): Buffer {
    const [mark, body] = wrapped.includes(':') ? wrapped.split(':') : [undefined, wrapped];
    const isNext = this.nextRootKey !== undefined && mark === fingerprint(this.nextRootKey);
    const rootKey = isNext && this.nextRootKey ? this.nextRootKey : this.rootKey;
    return Buffer.from(unseal(rootKey, body ?? '', `data_key|${id}`), 'base64');
  }
}

/** Tells root keys apart without telling anything of them. */
function fingerprint(rootKey: Buffer): string {
  const derived = Buffer.from(hkdfSync('sha256', rootKey, '', 'fingerprint', 32));
  return createHash('sha256').update(derived).digest('hex').slice(0, 12);
}

function identityOf({ projectId, recordId }: SecretOwner): string {
  return `v1|credential|${recordId}|${projectId}`;
}

/** Opens the vault; refuses to start with a root key that does not fit the data. */
export async function openVault(db: Db, settings: Settings): Promise<Vault> {
  const vault = new Vault(readRootKey(settings), readNextRootKey(settings));
  await vault.verify(db.query);
  return vault;
}
