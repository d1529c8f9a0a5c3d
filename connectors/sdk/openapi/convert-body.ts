import type { HttpBinding, JsonSchema } from '@patchbay/shared/catalog';

import type { SchemaConverter } from './convert-schemas.ts';
import type { OpenApiOperation } from './document.ts';
import type { Gaps } from './gaps.ts';
import { objectOf } from './parts.ts';
import { follow } from './references.ts';

/** What an operation's body adds to its input and its request. */
export interface Body {
  properties: Record<string, JsonSchema>;
  required: string[];
  /** What names the body does not list. Absent: nothing. */
  additional?: JsonSchema | boolean;
  params?: NonNullable<HttpBinding['params']>;
  body?: HttpBinding['body'];
  contentType?: string;
}

interface Parts {
  document: unknown;
  schemas: SchemaConverter;
  gaps: Gaps;
  /** Names that parameters took. */
  taken: Set<string>;
  /** Names the operation in gaps. */
  place: string;
}

type Kind = NonNullable<NonNullable<HttpBinding['body']>['type']>;

/** The body as inputs of their own when it is a plain object, else as the one input `body`. */
export function convertBody(operation: OpenApiOperation, parts: Parts): Body {
  const none: Body = { properties: {}, required: [] };
  const declared = follow(parts.document, operation.requestBody, parts.gaps);
  const chosen = choose(Object.keys(objectOf(declared?.content)));
  if (!declared || !chosen) {
    if (declared?.content && Object.keys(objectOf(declared.content)).length > 0)
      parts.gaps.add('body_unusable', parts.place);
    return none;
  }
  const { type, mime } = chosen;
  const contentType = ['application/json', 'application/x-www-form-urlencoded'].includes(mime)
    ? {}
    : headerFor(type, mime);
  if (mime.includes('xml')) parts.gaps.add('xml_body', parts.place);
  const schema =
    type === 'text' || type === 'binary' ? opaque(type) : declared.content?.[mime]?.schema;
  const converted = parts.schemas.convert(schema);
  const resolved = parts.schemas.resolve(converted);
  const isRequired = declared.required === true;
  if (!isPlain(resolved, parts.taken)) {
    return {
      ...none,
      ...contentType,
      properties: { body: { title: 'Body', ...converted } },
      required: isRequired ? ['body'] : [],
      body: { type, key: 'body' },
    };
  }
  const names = Object.keys(resolved.properties ?? {});
  return {
    ...contentType,
    properties: writable(resolved.properties ?? {}),
    required: isRequired ? (resolved.required ?? []).filter((name) => names.includes(name)) : [],
    ...(resolved.additionalProperties && { additional: resolved.additionalProperties }),
    ...(type === 'json' ? {} : { body: { type } }),
  };
}

function headerFor(type: Kind, mime: string): { contentType?: string } {
  return type === 'multipart' || mime.includes('*') ? {} : { contentType: mime };
}

function choose(mimes: string[]): { type: Kind; mime: string } | undefined {
  const kinds: [RegExp, Kind][] = [
    [/^application\/json\b/i, 'json'],
    [/[/+]json\b/i, 'json'],
    [/^application\/x-www-form-urlencoded/i, 'form'],
    [/^multipart\//i, 'multipart'],
    [/xml/i, 'text'],
    [/^text\//i, 'text'],
    [/^\*\/\*/, 'json'],
    [/./, 'binary'],
  ];
  for (const [pattern, type] of kinds) {
    const mime = mimes.find((one) => pattern.test(one));
    if (mime !== undefined) return { type, mime };
  }
  return undefined;
}

function opaque(type: Kind): Record<string, string> {
  return type === 'text'
    ? { type: 'string', description: 'The whole body, as text.' }
    : { description: 'A file, or its bytes in base64.' };
}

/** Only an object whose fields clash with no parameter can be spread into the form. */
function isPlain(schema: JsonSchema, taken: Set<string>): boolean {
  const names = Object.keys(schema.properties ?? {});
  if (names.length === 0 || schema.oneOf || schema.anyOf || schema.allOf || schema.if) return false;
  return !names.some((name) => taken.has(name) || name === 'maxItems' || name === '__proto__');
}

function writable(properties: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(properties).filter(([, own]) => own.readOnly !== true));
}
