import { z } from 'zod';

/**
 * JSON Schema 2020-12 as connectors use it. Our own keywords:
 * `x-secret` (written, never shown), `x-options` (name of an option source), `x-dependsOn` (fields
 * the options depend on), `x-order` (position in the form), `x-advanced` (folded away),
 * `x-multiline` (a text area), `x-placeholder`, `x-language` (`sql`, `json`: opens the code editor).
 */
export interface JsonSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  default?: unknown;
  examples?: unknown[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema | boolean;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  'x-secret'?: boolean;
  'x-options'?: string;
  'x-dependsOn'?: string[];
  'x-order'?: number;
  'x-advanced'?: boolean;
  'x-multiline'?: boolean;
  'x-placeholder'?: string;
  'x-language'?: string;
  /** What the values of an enum are called, in the same order. */
  'x-enumTitles'?: string[];
  [keyword: string]: unknown;
}

export const jsonSchemaSchema: z.ZodType<JsonSchema> = z.record(z.string(), z.any());
