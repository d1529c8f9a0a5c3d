import type { CallToolResult } from '@modelcontextprotocol/client';
import { type Json, parseJson } from '@patchbay/shared/base';
import { z } from 'zod';

import { fileOf, fileOutput } from './file-value.ts';
import type { FileValue } from './http.ts';
import { toJsonSchema } from './schema.ts';

/** What a tool gives that promises no form: its answer by kind, each place always there. */
export const toolOutputSchema = toJsonSchema(
  z.object({
    text: z.string().meta({ title: 'Text', description: 'All text of the answer.' }),
    data: z.any().meta({
      title: 'Data',
      description: 'The answer as data, when it holds any or its text is JSON; else null.',
    }),
    files: z.array(fileOutput).meta({ title: 'Files', description: 'Pictures, sounds and files.' }),
    links: z
      .array(z.object({ uri: z.string(), name: z.string(), type: z.string() }))
      .meta({ title: 'Links', description: 'What the answer points to.' }),
  }),
  'output',
);

type Block = CallToolResult['content'][number];

export function toolOutput(result: CallToolResult): Record<string, unknown> {
  const blocks = result.content;
  const text = textIn(result);
  return {
    text,
    data: result.structuredContent ?? dataIn(text),
    files: blocks.flatMap((block, index) => fileIn(block, index + 1)),
    links: blocks.flatMap((block) =>
      block.type === 'resource_link'
        ? [{ uri: block.uri, name: block.name, type: block.mimeType ?? '' }]
        : [],
    ),
  };
}

/** All text of an answer, also that of files which are text. */
export function textIn({ content }: CallToolResult): string {
  const texts = content.flatMap((block) => {
    if (block.type === 'text') return [block.text];
    return block.type === 'resource' && 'text' in block.resource ? [block.resource.text] : [];
  });
  return texts.join('\n');
}

function dataIn(text: string): Json {
  if (!/^\s*[{[]/.test(text)) return null;
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : null;
}

function fileIn(block: Block, number: number): FileValue[] {
  if (block.type === 'image' || block.type === 'audio') {
    const { data, mimeType } = block;
    return [fileOf(`${block.type}-${number}`, Buffer.from(data, 'base64'), mimeType)];
  }
  if (block.type !== 'resource' || !('blob' in block.resource)) return [];
  const { blob, uri, mimeType } = block.resource;
  return [fileOf(uri.split('/').at(-1) || `file-${number}`, Buffer.from(blob, 'base64'), mimeType)];
}
