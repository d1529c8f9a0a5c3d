import { z } from 'zod';

import type { Message } from './fields.ts';

interface Part {
  mimeType?: string;
  filename?: string;
  headers?: { name: string; value: string }[];
  body?: { data?: string; size?: number; attachmentId?: string };
  parts?: Part[];
}

const part: z.ZodType<Part> = z.looseObject({
  mimeType: z.string().optional(),
  filename: z.string().optional(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  body: z
    .looseObject({
      data: z.string().optional(),
      size: z.number().optional(),
      attachmentId: z.string().optional(),
    })
    .optional(),
  get parts() {
    return z.array(part).optional();
  },
});

const whole = z.looseObject({
  id: z.string(),
  threadId: z.string(),
  labelIds: z.array(z.string()).default([]),
  snippet: z.string().default(''),
  internalDate: z.string().default('0'),
  payload: part.default({}),
});

/** A message of the API, its tree of parts read into texts and a list of files. */
export function readMessage(answer: unknown): Message {
  const { payload, internalDate, id, threadId, labelIds, snippet } = whole.parse(answer);
  const parts = leavesOf(payload);
  const header = (name: string): string => headerOf(payload, name);
  return {
    id,
    threadId,
    labelIds,
    date: new Date(Number(internalDate)).toISOString(),
    from: header('from'),
    to: header('to'),
    cc: header('cc'),
    subject: header('subject'),
    snippet,
    text: textOfType(parts, 'text/plain'),
    html: textOfType(parts, 'text/html'),
    attachments: parts.filter(({ filename }) => filename).map(attachmentOf),
  };
}

/** The value of a header of a message of the API; empty when it has none. */
export function headerOf(payload: Part, name: string): string {
  const found = payload.headers?.find((one) => one.name.toLowerCase() === name);
  return found?.value ?? '';
}

/** The headers of a message of the API. */
export function payloadOf(answer: unknown): Part {
  return whole.parse(answer).payload;
}

function leavesOf(one: Part): Part[] {
  return one.parts?.length ? one.parts.flatMap(leavesOf) : [one];
}

function textOfType(parts: Part[], type: string): string {
  const found = parts.filter(({ mimeType, filename }) => mimeType === type && !filename);
  return found.map(({ body }) => decoded(body?.data ?? '')).join('\n');
}

function decoded(data: string): string {
  return Buffer.from(data, 'base64url').toString('utf8');
}

function attachmentOf({
  filename = '',
  mimeType = '',
  body,
}: Part): Message['attachments'][number] {
  return {
    attachmentId: body?.attachmentId ?? '',
    name: filename,
    type: mimeType,
    size: body?.size ?? 0,
  };
}
