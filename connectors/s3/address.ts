import { invalidInput } from '#sdk';

import type { S3Config } from './config.ts';

/** A bucket, and an object in it. */
export interface Place {
  bucket?: string;
  key?: string;
}

/** The address of a store, of a bucket or of an object in it. */
export function addressOf(config: S3Config, { bucket = '', key = '' }: Place): string {
  const { endpoint, region, addressing } = config;
  const base = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`);
  const inHost = addressing === 'host' || (addressing === 'auto' && endpoint === undefined);
  // A dot in the bucket would not fit the certificate of the store.
  const asHost = inHost && bucket !== '' && !bucket.includes('.');
  if (asHost) base.hostname = `${bucket}.${base.hostname}`;
  const parts = [...(asHost || bucket === '' ? [] : [bucket]), ...(key === '' ? [] : [key])];
  const start = base.pathname.replace(/\/$/, '');
  return `${base.origin}${start}/${parts.map(encodeKey).join('/')}`;
}

/** A key as it stands in an address, byte for byte as it is signed. */
export function encodeKey(key: string): string {
  const segments = key.split('/');
  if (segments.some((segment) => segment === '.' || segment === '..')) {
    throw invalidInput(`The key ${key} cannot be reached: it holds "." or ".." between slashes.`, {
      field: 'key',
    });
  }
  return segments.map(encodeSegment).join('/');
}

function encodeSegment(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, codeOf);
}

function codeOf(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}
