import type { Json } from '@patchbay/shared/base';
import { z } from 'zod';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The fields of a message's content in an output. */
export const contentFields = {
  text: z.string().nullable().meta({ title: 'Text' }),
  data: z.any().meta({ title: 'Data', description: 'The content read as JSON, where it is JSON.' }),
  base64: z.string().optional().meta({ title: 'Bytes', description: 'Where it is not text.' }),
};

/** The content of a message as a flow can use it. */
export interface Content {
  text: string | null;
  data: Json;
  base64?: string;
}

/** Reads the content of a message: text, JSON, or else bytes. */
export function readContent(bytes: Uint8Array): Content {
  try {
    const text = utf8.decode(bytes);
    return { text, data: readJson(text) };
  } catch {
    return { text: null, data: null, base64: Buffer.from(bytes).toString('base64') };
  }
}

/** The field for what is sent. */
export const contentInput = z.any().meta({
  title: 'Content',
  description: 'Text is sent as it is, everything else as JSON.',
  'x-multiline': true,
});

/** The content to send as text: JSON unless it is text. */
export function writeContent(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
