import { isObject } from '@patchbay/shared/base';
import type {
  ActionManifest,
  ConnectorManifest,
  Findings,
  HttpBinding,
  Paginate,
} from '@patchbay/shared/catalog';

import { colorOf } from './color-of.ts';
import { convertAuth } from './convert-auth.ts';
import { convertOperation, successOf, type ConvertParts } from './convert-operation.ts';
import { SchemaConverter } from './convert-schemas.ts';
import { allowedHost, convertServers } from './convert-servers.ts';
import type { OpenApiDocument, OpenApiOperation, OpenApiPath } from './document.ts';
import { Gaps } from './gaps.ts';
import { guessPagination } from './guess-pagination.ts';
import { objectOf } from './parts.ts';
import { readDocument } from './read-document.ts';
import { freeId, inWords, said, shorten, slugOf } from './words.ts';

/** A document as a connector, and what is to be known about it. */
export interface Converted {
  manifest: ConnectorManifest;
  findings: Findings;
}

export interface ConvertOptions {
  /** SHA-256 of the text, in hex. */
  sha256: string;
  /** Where it came from; relative servers are read from there. */
  source?: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];
const PROOF = /(^|[/_-])(me|user|users\/me|account|profile|whoami|ping|status|self|viewer)$/i;

/**
 * Makes a connector of OpenAPI text (2.0, 3.0 or 3.1; JSON or YAML). Nothing is dereferenced and
 * nothing is fetched. Throws a `Problem` for text that is no OpenAPI.
 */
export function convertDocument(text: string, options: ConvertOptions): Converted {
  const { document, format } = readDocument(text);
  const gaps = new Gaps();
  const schemas = new SchemaConverter(document, gaps);
  const place = convertServers(document.servers, options.source, gaps);
  const { actions, pagination } = convertPaths({ document, schemas, gaps });
  const tests = Object.entries(actions)
    .filter(([, action]) => isProof(action))
    .map(([id]) => id);
  if (tests.length === 0) gaps.add('no_test');
  const manifest: ConnectorManifest = {
    format: 'connector/1',
    version: '1.0.0',
    ...identityOf(document),
    kind: 'service',
    origin: { kind: 'openapi', ...options },
    releases: [],
    network: withHosts(place.network, actions),
    config: place.config,
    auth: convertAuth(document, gaps),
    actions,
    triggers: {},
    options: {},
    errors: [],
    $defs: schemas.defs,
  };
  const documentVersion = said(document.info?.version);
  return { manifest, findings: { format, documentVersion, gaps: gaps.list(), pagination, tests } };
}

function identityOf({
  info,
  externalDocs,
}: OpenApiDocument): Pick<
  ConnectorManifest,
  'id' | 'name' | 'description' | 'categories' | 'icon' | 'docsUrl'
> {
  const title = typeof info?.title === 'string' ? info.title.trim() : '';
  const name = shorten(title, 60) || 'Imported API';
  const about = typeof info?.description === 'string' ? shorten(info.description, 160) : '';
  return {
    id: slugOf(name),
    name,
    description: about || `The API of ${name}.`,
    categories: categoriesOf(info?.['x-apisguru-categories']),
    icon: { color: colorOf(name) },
    ...(typeof externalDocs?.url === 'string' && { docsUrl: externalDocs.url }),
  };
}

/** One directory has its categories split into letters; single letters are none. */
function categoriesOf(found: unknown): string[] {
  const names = Array.isArray(found) ? found : [];
  const words = names.filter((name) => typeof name === 'string' && name.length > 1).map(inWords);
  return words.length > 0 ? words : ['Imported'];
}

function convertPaths(parts: ConvertParts): {
  actions: Record<string, ActionManifest>;
  pagination: Record<string, Paginate>;
} {
  const actions: Record<string, ActionManifest> = {};
  const pagination: Record<string, Paginate> = {};
  for (const { method, path, item, operation } of operationsOf(parts.document)) {
    const id = freeId(said(operation.operationId) || `${method} ${path}`, actions);
    if (!operation.operationId) parts.gaps.add('no_operation_id', `${method} ${path}`);
    const action = convertOperation({ method, path, item, operation }, parts);
    actions[id] = action;
    if (method !== 'GET') continue;
    const headers = objectOf(successOf(operation, parts)?.headers);
    const hasLink = Object.keys(headers).some((name) => name.toLowerCase() === 'link');
    const guess = guessPagination(action, parts.schemas, hasLink);
    if (guess) pagination[id] = guess;
  }
  return { actions, pagination };
}

function operationsOf({ paths = {} }: OpenApiDocument): {
  method: HttpBinding['method'];
  path: string;
  item: OpenApiPath;
  operation: OpenApiOperation;
}[] {
  return Object.entries(paths).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    return METHODS.flatMap((method) => {
      const operation: unknown = (item as OpenApiPath)[method];
      const verb = method.toUpperCase() as HttpBinding['method'];
      return isObject(operation) ? [{ method: verb, path, item, operation }] : [];
    });
  });
}

function isProof({ effects, input, http }: ActionManifest): boolean {
  return effects.reads && !input.required?.length && PROOF.test(http?.path ?? '');
}

/** Operations may have servers of their own. */
function withHosts(
  network: ConnectorManifest['network'],
  actions: Record<string, ActionManifest>,
): ConnectorManifest['network'] {
  const others = Object.values(actions)
    .map(({ http }) => http?.path ?? '')
    .filter((path) => path.startsWith('https://'))
    .map(allowedHost);
  return { ...network, allowedHosts: [...new Set([...network.allowedHosts, ...others])] };
}
