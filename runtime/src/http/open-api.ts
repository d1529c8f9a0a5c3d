import { TOKEN_PERMISSIONS } from '@patchbay/shared/access';
import {
  isObject,
  MAIN_PROJECT,
  problemSchema,
  PROJECT_HEADER,
  type Endpoint,
} from '@patchbay/shared/base';
import { z } from 'zod';

type Doc = Record<string, unknown>;

/** Our API as an OpenAPI 3.1 document, made from the endpoints themselves. */
export function openApi(endpoints: Endpoint[]): Doc {
  const paths: Record<string, Doc> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return shareSchemas({
    openapi: '3.1.0',
    info: {
      title: 'Patchbay',
      version: '0.1.0',
      description: 'Flows, runs and connections.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      parameters: { Project: PROJECT },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'patchbay.session_token' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token for programs, made in Settings.',
        },
      },
    },
    tags: [...new Set(endpoints.map(roomOf))].map((name) => ({ name })),
  });
}

/** Schemas that refer to themselves come with definitions of their own; a document has one place for those. */
function shareSchemas<D extends Doc & { components: { schemas: Doc } }>(document: D): D {
  const { schemas } = document.components;
  const moved = (name: string, value: unknown): unknown => {
    if (name === '$ref' && typeof value === 'string')
      return value.replace('#/$defs/', '#/components/schemas/');
    // A manifest has a field of that name.
    if (name === 'properties' || !isObject(value) || !isObject(value.$defs)) return value;
    const { $defs, ...rest } = value;
    for (const [id, schema] of Object.entries($defs)) {
      const known = schemas[id] !== undefined && JSON.stringify(schemas[id]);
      if (known && known !== JSON.stringify(schema))
        throw new Error(`Two schemas are called ${id}.`);
      schemas[id] = schema;
    }
    return rest;
  };
  const rest = JSON.parse(JSON.stringify(document, moved)) as D;
  rest.components.schemas = JSON.parse(JSON.stringify(schemas, moved)) as Doc;
  return rest;
}

const PROJECT: Doc = {
  name: PROJECT_HEADER,
  in: 'header',
  description: 'Id of the project that is meant where the path names nothing that is in one.',
  schema: { type: 'string', default: MAIN_PROJECT },
};

const roomOf = (endpoint: Endpoint): string => endpoint.name.split('.')[0] ?? '';

function operation(endpoint: Endpoint): Doc {
  const media = endpoint.stream ? 'text/event-stream' : 'application/json';
  const result = {
    description: 'Done',
    content: { [media]: { schema: schemaOf(endpoint.result, 'output') } },
  };
  const problem = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [roomOf(endpoint)],
    security: securityOf(endpoint),
    'x-permission': endpoint.permission,
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(endpoint.permission === 'public' ? [] : [{ $ref: '#/components/parameters/Project' }]),
    ],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
      },
    }),
    responses: {
      200: result,
      default: { description: 'A problem, with what to do about it', content: problem },
    },
  };
}

/** Whoever calls comes with a session; a token is good for some of it. */
function securityOf({ permission }: Endpoint): Doc[] {
  if (permission === 'public') return [];
  const byToken = TOKEN_PERMISSIONS.some((one) => one === permission);
  return [{ session: [] }, ...(byToken ? [{ token: [] }] : [])];
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Doc[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Doc>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Doc {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
