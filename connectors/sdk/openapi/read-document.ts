import { fail, isObject, parseJson, ProblemError, type JsonObject } from '@patchbay/shared/base';
import { upgradeFromTwoToThree } from '@scalar/openapi-upgrader/2.0-to-3.0';
import { parse } from 'yaml';

import type { OpenApiDocument } from './document.ts';
import { said } from './words.ts';

/** Most characters of a document; the largest ones published are just below. */
export const DOCUMENT_CHARS = 60 * 1024 * 1024;

const LIMITS = { bytes: DOCUMENT_CHARS, depth: 500, keys: 200_000 };
const HINT = 'Send an OpenAPI document of version 2.0, 3.0 or 3.1, as JSON or YAML.';

/** An OpenAPI 3 document from JSON or YAML text; throws a `Problem` for what is none. */
export function readDocument(text: string): { document: OpenApiDocument; format: string } {
  const value = parseText(text);
  if (!isObject(value)) return fail('invalid_input', 'The text is no OpenAPI document.', HINT);
  const format = formatOf(value);
  const document = (
    value.swagger === undefined ? value : upgradeFromTwoToThree(value)
  ) as OpenApiDocument;
  if (document.paths !== undefined && !isObject(document.paths))
    return fail('invalid_input', 'The paths of the document are no object.', HINT);
  return { document, format };
}

function formatOf({ openapi, swagger }: JsonObject): string {
  if (typeof openapi === 'string' && /^3\.[0-2](\.|$)/.test(openapi)) return `OpenAPI ${openapi}`;
  if (said(swagger).startsWith('2')) return 'OpenAPI 2.0';
  const named = openapi ?? swagger;
  return fail(
    'invalid_input',
    named === undefined || typeof named === 'object'
      ? 'The document does not say that it is OpenAPI: it has neither "openapi" nor "swagger".'
      : `OpenAPI ${named} is not known here.`,
    HINT,
  );
}

function parseText(text: string): unknown {
  if (text.length > DOCUMENT_CHARS)
    return fail('too_large', 'The document is larger than 60 MB.', 'Send a part of it.');
  const start = text.trimStart();
  if (start.startsWith('{')) return parseAsJson(text);
  if (start.startsWith('<'))
    return fail('invalid_input', 'The text is HTML or XML, not OpenAPI.', {
      hint: 'Give the address of the document itself, not of the page that shows it.',
    });
  try {
    return parse(text, { prettyErrors: true, maxAliasCount: 100, logLevel: 'error' });
  } catch (error) {
    const [first] = (error as Error).message.split('\n');
    return fail('invalid_input', `The text is neither JSON nor YAML: ${first}`, HINT);
  }
}

function parseAsJson(text: string): unknown {
  const parsed = parseJson(text, LIMITS);
  if (parsed.ok) return parsed.value;
  throw new ProblemError({ ...parsed.problem, hint: HINT });
}
