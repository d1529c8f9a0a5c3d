import type { AuthScheme } from '@patchbay/shared/catalog';
import { secretNames } from '@patchbay/shared/connections';

/** Shorter values are left: taking every "root" out of an answer would spoil it and hide nothing. */
const SHORTEST = 6;
const BLANK = '[secret]';

/** The secret values of a credential in every spelling in which another system may send them back. */
export function spellingsOf(
  scheme: AuthScheme | undefined,
  fields: Record<string, string>,
): string[] {
  const named = scheme ? secretNames(scheme) : [];
  const secrets = named.map((name) => fields[name] ?? '').filter((one) => one.length >= SHORTEST);
  const pair = `${fields.username ?? ''}:${fields.password ?? ''}`;
  const all = scheme?.type === 'basic' && secrets.length > 0 ? [...secrets, pair] : secrets;
  return [...new Set(all.flatMap(spell))].toSorted((a, b) => b.length - a.length);
}

function spell(value: string): string[] {
  const base64 = Buffer.from(value).toString('base64');
  const url = encodeURIComponent(value);
  const form = new URLSearchParams({ v: value }).toString().slice(2);
  const bare = base64.replace(/=+$/, '');
  return [value, base64, bare, Buffer.from(value).toString('base64url'), url, form];
}

/** The value with every such spelling blanked; the very same value when there is none in it. */
export function redact<T>(value: T, spellings: string[]): T {
  return spellings.length === 0 ? value : (blank(value, spellings) as T);
}

function blank(value: unknown, spellings: string[]): unknown {
  if (typeof value === 'string') {
    const found = spellings.filter((spelling) => value.includes(spelling));
    return found.reduce((text, spelling) => text.replaceAll(spelling, BLANK), value);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => blank(item, spellings));
    return items.every((item, i) => item === value[i]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const blanked = entries.map(([name, of]) => [
    blank(name, spellings) as string,
    blank(of, spellings),
  ]);
  const same = blanked.every(([name, of], i) => name === entries[i]?.[0] && of === entries[i]?.[1]);
  return same ? value : Object.fromEntries(blanked);
}
