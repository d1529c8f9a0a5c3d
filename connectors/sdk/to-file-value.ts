import type { FileValue, HttpResponse } from './http.ts';

/** The body of an answer as a file; its name comes from the answer, else from the address. */
export function toFileValue({ headers, body, url }: HttpResponse): FileValue {
  const bytes = Buffer.from(body as Uint8Array);
  const type = headers['content-type']?.split(';')[0]?.trim() || 'application/octet-stream';
  const name = nameOf(headers['content-disposition'] ?? '') ?? lastSegment(url) ?? 'file';
  return { name: safe(name), type, size: bytes.byteLength, base64: bytes.toString('base64') };
}

function nameOf(disposition: string): string | undefined {
  const encoded = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decode(encoded.trim());
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition);
  return plain?.[1] ?? plain?.[2]?.trim();
}

function lastSegment(url: string): string | undefined {
  const segment = new URL(url).pathname.split('/').at(-1);
  return segment ? decode(segment) : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// A name from a stranger must never be a path.
function safe(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const printable = last.replace(/\p{Cc}/gu, '');
  return printable.replace(/^\.+/, '').slice(0, 200) || 'file';
}
