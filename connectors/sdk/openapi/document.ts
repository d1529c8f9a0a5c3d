import type { JsonObject } from '@patchbay/shared/base';

/** The parts of an OpenAPI document that are looked at. Nothing in it can be relied on. */
export interface OpenApiDocument {
  openapi?: string;
  info?: {
    title?: string;
    version?: unknown;
    description?: string;
    'x-apisguru-categories'?: unknown;
  };
  servers?: OpenApiServer[];
  paths?: Record<string, OpenApiPath>;
  components?: Record<string, Record<string, JsonObject>>;
  security?: Record<string, string[]>[];
  tags?: { name?: string; description?: string }[];
  externalDocs?: { url?: string };
}

export interface OpenApiServer {
  url?: string;
  variables?: Record<string, { default?: unknown; enum?: unknown[]; description?: string }>;
}

export interface OpenApiPath {
  parameters?: OpenApiParameter[];
  servers?: OpenApiServer[];
  [method: string]: unknown;
}

export interface OpenApiOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  deprecated?: boolean;
  externalDocs?: { url?: string };
  parameters?: OpenApiParameter[];
  requestBody?: OpenApiBody;
  responses?: Record<string, OpenApiResponse>;
  security?: Record<string, string[]>[];
  servers?: OpenApiServer[];
}

export interface OpenApiParameter {
  $ref?: string;
  name?: string;
  in?: string;
  description?: string;
  required?: boolean;
  deprecated?: boolean;
  schema?: JsonObject;
  content?: Record<string, { schema?: JsonObject }>;
  style?: string;
  explode?: boolean;
}

export interface OpenApiBody {
  $ref?: string;
  required?: boolean;
  description?: string;
  content?: Record<string, { schema?: JsonObject }>;
}

export interface OpenApiResponse {
  $ref?: string;
  content?: Record<string, { schema?: JsonObject }>;
  headers?: Record<string, unknown>;
}
