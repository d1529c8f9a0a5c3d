import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

import { FunctionError } from './function-error.ts';

const HASHES = { sha256, sha512, sha1, md5 };
const UTF8 = new TextEncoder();
const CHUNK = 0x8000;

function hashNamed(name: string) {
  if (Object.hasOwn(HASHES, name)) return HASHES[name as keyof typeof HASHES];
  throw new FunctionError(`"${name}" is no hash: take ${Object.keys(HASHES).join(', ')}`);
}

function toText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FunctionError('these bytes are no text in UTF-8');
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch {
    throw new FunctionError('this is no base64');
  }
}

const toUrl = (text: string): string =>
  text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const fromUrl = (text: string): string => text.replaceAll('-', '+').replaceAll('_', '/');

function encoded(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'hex') return bytesToHex(bytes);
  if (encoding === 'base64') return toBase64(bytes);
  if (encoding === 'base64url') return toUrl(toBase64(bytes));
  throw new FunctionError(`"${encoding}" is no encoding: take hex, base64 or base64url`);
}

/** Namespaces of RFC 9562, by the names people use for them. */
const NAMESPACES: Record<string, string> = {
  dns: '6ba7b8109dad11d180b400c04fd430c8',
  url: '6ba7b8119dad11d180b400c04fd430c8',
};

function uuid(name: string, namespace = 'url'): string {
  const space = NAMESPACES[namespace] ?? namespace.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(space))
    throw new FunctionError(`"${namespace}" is no UUID, nor "dns" or "url"`);
  const bytes = sha1(Uint8Array.from([...hexToBytes(space), ...UTF8.encode(name)])).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export const byteFunctions = {
  hash: (text: string, algorithm = 'sha256', encoding = 'hex') =>
    encoded(hashNamed(algorithm)(UTF8.encode(text)), encoding),
  hmac: (text: string, key: string, algorithm = 'sha256', encoding = 'hex') =>
    encoded(hmac(hashNamed(algorithm), UTF8.encode(key), UTF8.encode(text)), encoding),
  uuid,
  toBase64: (text: string) => toBase64(UTF8.encode(text)),
  fromBase64: (text: string) => toText(fromBase64(text)),
  toBase64Url: (text: string) => toUrl(toBase64(UTF8.encode(text))),
  fromBase64Url: (text: string) => toText(fromBase64(fromUrl(text))),
  toHex: (text: string) => bytesToHex(UTF8.encode(text)),
  fromHex: (text: string) => {
    if (!/^(?:[0-9a-f]{2})*$/i.test(text)) throw new FunctionError('this is no hexadecimal text');
    return toText(hexToBytes(text));
  },
};
