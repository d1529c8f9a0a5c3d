import { isObject } from '@patchbay/shared/base';
import type { Document as BsonDocument } from 'mongodb';

import { invalidInput } from '#sdk';

type Bson = typeof import('mongodb').BSON;

/**
 * Extended JSON as values of the database: `{ "$oid": … }` is an id, `{ "$date": … }` a date. A whole
 * number becomes an integer, so that none loses digits.
 */
export async function fromJson(value: object, field: string): Promise<BsonDocument> {
  const { EJSON } = await bson();
  try {
    return EJSON.deserialize(value, { relaxed: false });
  } catch (error) {
    const says = error instanceof Error ? error.message : '';
    throw invalidInput(`A value is not extended JSON: ${says.replace(/\.?$/, '.')}`, {
      field,
      hint: 'Write ids as { "$oid": "24 hexadecimal digits" } and dates as { "$date": "2026-11-24T10:00:00Z" }.',
    });
  }
}

/** Values of the database as extended JSON, in which no digit is lost. */
export async function toJson<Value>(value: Value): Promise<Value> {
  const { EJSON } = await bson();
  return EJSON.serialize(keepLongs(value), { relaxed: true }) as Value;
}

/** The text of one value, by which looks of a trigger tell documents apart. */
export async function textOfValue(value: unknown): Promise<string> {
  return JSON.stringify(await toJson({ value }));
}

async function bson(): Promise<Bson> {
  const { BSON } = await import('mongodb');
  return BSON;
}

// In its relaxed form the library rounds large integers; the driver gives those as Long.
function keepLongs(value: unknown): never {
  return kept(value) as never;
}

function kept(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(kept);
  if (!isObject(value)) return value;
  const { _bsontype: type } = value as { _bsontype?: string };
  if (type === 'Long') return { $numberLong: (value as { toString(): string }).toString() };
  if (type !== undefined || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, kept(one)]));
}
