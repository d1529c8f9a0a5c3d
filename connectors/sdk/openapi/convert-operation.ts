import type { ActionManifest, HttpBinding, JsonSchema } from '@patchbay/shared/catalog';

import { convertBody, type Body } from './convert-body.ts';
import { convertParameters, type Parameters } from './convert-parameters.ts';
import type { SchemaConverter } from './convert-schemas.ts';
import type {
  OpenApiDocument,
  OpenApiOperation,
  OpenApiPath,
  OpenApiResponse,
} from './document.ts';
import type { Gaps } from './gaps.ts';
import { listOf, objectOf } from './parts.ts';
import { follow } from './references.ts';
import { inWords, said, shorten } from './words.ts';

export interface OperationPlace {
  method: HttpBinding['method'];
  path: string;
  item: OpenApiPath;
  operation: OpenApiOperation;
}

export interface ConvertParts {
  document: OpenApiDocument;
  schemas: SchemaConverter;
  gaps: Gaps;
}

/** An operation as an action that needs no code. */
export function convertOperation(at: OperationPlace, parts: ConvertParts): ActionManifest {
  const { operation, method, path } = at;
  const place = placeOf(method, path);
  const parameters = convertParameters(at, parts);
  const taken = new Set(Object.keys(parameters.properties));
  const body = convertBody(operation, { ...parts, taken, place });
  const output = convertOutput(operation, parts);
  if (!output) parts.gaps.add('no_response', place);
  const scopes = scopesOf(operation.security ?? parts.document.security);
  return {
    ...words(at),
    ...(operation.deprecated === true && { deprecated: 'Its provider calls it deprecated.' }),
    ...(operation.externalDocs?.url && { docsUrl: operation.externalDocs.url }),
    input: inputOf(parameters, body),
    ...(output && { output }),
    effects: effectsOf(method),
    ...(scopes.length > 0 && { scopes }),
    http: { ...bindingOf(at, parameters, body), ...(givesPages(operation, parts) && ANY) },
  };
}

/** A page is an answer here, and no sign that something else answered. */
const ANY = { response: 'auto' } as const;

function givesPages(operation: OpenApiOperation, parts: ConvertParts): boolean {
  const content = Object.keys(objectOf(successOf(operation, parts)?.content));
  return content.some((type) => type.startsWith('text/html'));
}

function words({
  operation,
  method,
  path,
}: OperationPlace): Pick<ActionManifest, 'title' | 'description' | 'tags'> {
  const summary = typeof operation.summary === 'string' ? shorten(operation.summary, 100) : '';
  const title =
    summary || inWords(said(operation.operationId) || `${method} ${path}`) || placeOf(method, path);
  const about =
    typeof operation.description === 'string' ? shorten(operation.description, 400) : '';
  const tags = listOf(operation.tags).filter((tag) => typeof tag === 'string');
  return {
    title,
    ...(about && about !== title && { description: about }),
    ...(tags.length > 0 && { tags }),
  };
}

function placeOf(method: string, path: string): string {
  return `${method} ${path}`;
}

function inputOf(parameters: Parameters, body: Body): JsonSchema {
  const required = [...parameters.required, ...body.required];
  return {
    type: 'object',
    properties: { ...parameters.properties, ...body.properties },
    ...(required.length > 0 && { required }),
    additionalProperties: body.additional ?? false,
  };
}

function bindingOf(
  { method, item, operation }: OperationPlace,
  parameters: Parameters,
  body: Body,
): HttpBinding {
  const params = { ...parameters.params, ...body.params };
  const server = [...listOf(operation.servers), ...listOf(item.servers)].find(
    (one) => said(objectOf(one).url) !== '',
  )?.url;
  const isElsewhere = server !== undefined && /^https:\/\/[^{]+$/.test(server);
  const inQuery = ['GET', 'HEAD', 'DELETE'].includes(method);
  const hasBody = Object.keys(body.properties).length > 0;
  return {
    method,
    path: isElsewhere ? `${server.replace(/\/+$/, '')}${parameters.path}` : parameters.path,
    ...(Object.keys(params).length > 0 && { params }),
    ...(body.contentType && { headers: { 'Content-Type': body.contentType } }),
    ...((body.body ?? (hasBody && inQuery)) && { body: body.body ?? { type: 'json' as const } }),
    ...(parameters.idempotencyHeader && { idempotencyHeader: parameters.idempotencyHeader }),
  };
}

function effectsOf(method: HttpBinding['method']): ActionManifest['effects'] {
  if (method === 'GET' || method === 'HEAD') return { reads: true, idempotent: true };
  if (method === 'DELETE') return { reads: false, destructive: true, idempotent: true };
  return method === 'PUT' ? { reads: false, idempotent: true } : { reads: false };
}

/** The answer of the first 2xx that names a type. */
export function successOf(
  operation: OpenApiOperation,
  { document, gaps }: ConvertParts,
): OpenApiResponse | undefined {
  const codes = Object.keys(objectOf(operation.responses)).toSorted();
  const good = [
    ...codes.filter((code) => code.startsWith('2')),
    ...codes.filter((c) => c === 'default'),
  ];
  const all = good.map((code) => follow(document, operation.responses?.[code], gaps));
  return all.find((one) => one?.content) ?? all.find((one) => one !== undefined);
}

function convertOutput(operation: OpenApiOperation, parts: ConvertParts): JsonSchema | undefined {
  const content = objectOf(successOf(operation, parts)?.content);
  const mime = Object.keys(content).find((one) => /[/+]json\b|^\*\/\*/i.test(one));
  const schema = mime === undefined ? undefined : objectOf(content[mime]).schema;
  return schema === undefined ? undefined : parts.schemas.convert(schema);
}

function scopesOf(security: Record<string, string[]>[] | undefined): string[] {
  const all = listOf(security).flatMap((one) => Object.values(objectOf(one)).flat());
  return [...new Set(all.filter((scope) => typeof scope === 'string'))];
}
