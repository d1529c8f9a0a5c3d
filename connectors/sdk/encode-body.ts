import { isObject } from '@patchbay/shared/base';

import { invalidInput } from './errors.ts';
import type { BodyType } from './http.ts';

/** A body ready to be sent, more than once if a redirect asks for it. */
export interface EncodedBody {
  bytes: string | Uint8Array;
  contentType: string;
}

/** Writes a body in the way asked for; throws `invalid_input` when the value does not fit. */
export async function encodeBody(
  body: unknown,
  bodyType: BodyType = typeof body === 'string' ? 'text' : 'json',
): Promise<EncodedBody | undefined> {
  if (body === undefined || body === null) return undefined;
  if (bodyType === 'json') {
    return { bytes: JSON.stringify(body), contentType: 'application/json' };
  }
  if (bodyType === 'text') return { bytes: textOf(body), contentType: 'text/plain;charset=UTF-8' };
  if (bodyType === 'binary') return binaryBody(body);
  if (!isObject(body)) {
    throw invalidInput(`A ${bodyType} body is an object: one entry for each field.`, {
      field: 'body',
    });
  }
  return bodyType === 'form' ? formBody(body) : multipartBody(body);
}

/** The parameters of an object: a list repeats the name, null and undefined are left out. */
export function appendParameters(target: URLSearchParams, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) target.append(name, textOf(one));
    }
  }
}

function formBody(body: Record<string, unknown>): EncodedBody {
  const parameters = new URLSearchParams();
  appendParameters(parameters, body);
  const contentType = 'application/x-www-form-urlencoded;charset=UTF-8';
  return { bytes: parameters.toString(), contentType };
}

async function multipartBody(body: Record<string, unknown>): Promise<EncodedBody> {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const one of Array.isArray(value) ? value : [value]) appendPart(form, name, one);
  }
  const encoded = new Response(form);
  const contentType = encoded.headers.get('content-type') ?? 'multipart/form-data';
  return { bytes: new Uint8Array(await encoded.arrayBuffer()), contentType };
}

function appendPart(form: FormData, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  const file = fileOf(value);
  if (!file) return form.append(name, textOf(value));
  form.append(name, new Blob([file.bytes], { type: file.type }), file.name);
}

function binaryBody(body: unknown): EncodedBody {
  const file = fileOf(body);
  if (file) return { bytes: file.bytes, contentType: file.type };
  if (typeof body !== 'string') {
    throw invalidInput('A binary body is a file, or text in base64.', { field: 'body' });
  }
  return { bytes: Buffer.from(body, 'base64'), contentType: 'application/octet-stream' };
}

function fileOf(
  value: unknown,
): { name: string; type: string; bytes: Uint8Array<ArrayBuffer> } | undefined {
  if (value instanceof Uint8Array) {
    return { name: 'file', type: 'application/octet-stream', bytes: new Uint8Array(value) };
  }
  if (!isObject(value) || typeof value.base64 !== 'string') return undefined;
  const { name, type } = value;
  return {
    name: typeof name === 'string' ? name : 'file',
    type: typeof type === 'string' ? type : 'application/octet-stream',
    bytes: new Uint8Array(Buffer.from(value.base64, 'base64')),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
