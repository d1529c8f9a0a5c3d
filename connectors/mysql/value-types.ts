import type { TypeCastField, TypeCastNext } from 'mysql2';

/**
 * How values come out, so that they survive JSON: dates and times as ISO text (timestamps in UTC),
 * bigint as a number while that is exact and as text beyond, decimal as text, bytes as base64.
 */
export function readValue(field: TypeCastField, next: TypeCastNext): unknown {
  if (field.type === 'DATETIME') return isoText(field.string(), '');
  if (field.type === 'TIMESTAMP') return isoText(field.string(), 'Z');
  if (field.type === 'BIT') return readBits(field.buffer());
  const value: unknown = next();
  return Buffer.isBuffer(value) ? value.toString('base64') : value;
}

/** A value as the column of this type takes it; `type` is what `show columns` says. */
export function writeValue(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null;
  if (/^json\b/.test(type)) return JSON.stringify(value);
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'string') return value;
  if (/^(datetime|timestamp)\b/.test(type)) return sqlTime(value);
  if (/blob\b|^(var)?binary\b/.test(type)) return Buffer.from(value, 'base64');
  return value;
}

function isoText(text: string | null, zone: string): string | null {
  return text && `${text.replace(' ', 'T')}${zone}`;
}

function readBits(bytes: Buffer | null): number | string | null {
  if (!bytes) return null;
  const value = BigInt(`0x${bytes.toString('hex') || '0'}`);
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value.toString();
}

// The server reads times without a zone; the session's zone is UTC.
function sqlTime(text: string): string {
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const date = new Date(text);
  if (!zoned || Number.isNaN(date.getTime())) return text;
  const fraction = /\.\d+/.exec(text)?.[0] ?? '';
  return `${date.toISOString().slice(0, 19).replace('T', ' ')}${fraction}`;
}
