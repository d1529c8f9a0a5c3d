import mime from 'mime';
import { z } from 'zod';

import { invalidInput } from './errors.ts';
import type { FileValue } from './http.ts';

/** Most bytes of a file that travels through a flow as JSON. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** A file as a step takes it; the output of any step that gives a file fits. */
export const fileInput = z
  .object({
    name: z.string().min(1).meta({ title: 'Name' }),
    type: z.string().optional().meta({ title: 'Content type' }),
    size: z.number().int().optional().meta({ title: 'Bytes' }),
    base64: z
      .base64()
      .max(Math.ceil((MOST_FILE_BYTES * 4) / 3) + 4, 'files of up to 10 MB travel through a flow')
      .meta({ title: 'Content (base64)' }),
  })
  .meta({ title: 'File', description: 'What a step gives as a file: { name, type, base64 }.' });
export type FileInput = z.output<typeof fileInput>;

/** A file as a step gives it. */
export const fileOutput = z.object({
  name: z.string().meta({ title: 'Name' }),
  type: z.string().meta({ title: 'Content type' }),
  size: z.number().int().meta({ title: 'Bytes' }),
  base64: z.string().meta({ title: 'Content (base64)' }),
});

/** The content of a file. */
export function bytesOf(file: Pick<FileInput, 'base64'>): Buffer {
  return Buffer.from(file.base64, 'base64');
}

/** A file as a step gives it; without a type, its name tells it. Throws when it is too large. */
export function fileOf(name: string, bytes: Uint8Array, type?: string): FileValue {
  if (bytes.byteLength > MOST_FILE_BYTES) throw fileTooLarge(name, bytes.byteLength);
  const base64 = Buffer.from(bytes).toString('base64');
  return { name, type: type ?? contentType(name), size: bytes.byteLength, base64 };
}

/** The content type that the ending of a name stands for. */
export function contentType(name: string): string {
  return mime.getType(name) ?? 'application/octet-stream';
}

/** The error of a file that is too large to travel through a flow; `size` in bytes when known. */
export function fileTooLarge(name: string, size?: number): ReturnType<typeof invalidInput> {
  const known = size === undefined ? 'more than 10 MB' : `${(size / 1024 / 1024).toFixed(1)} MB`;
  return invalidInput(`The file ${name} is ${known}: too large to travel through a flow.`, {
    hint: 'Files of up to 10 MB can be used. Split the file, or move it where it is.',
    details: { ...(size !== undefined && { size }), most: MOST_FILE_BYTES },
  });
}
