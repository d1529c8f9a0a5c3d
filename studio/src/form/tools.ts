import type { Json, JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import { createContext, useContext } from 'react';

import type { FieldErrors } from './validate.ts';

/** A choice that came from the account itself. */
export interface LoadedOption {
  value: Json;
  label: string;
}

/** Fetches the choices of an option source, knowing what the form holds so far. */
export type LoadOptions = (source: string, input: JsonObject) => Promise<LoadedOption[]>;

/** What every field of a form may need. */
export interface FormTools {
  /** The whole schema, for `$ref`. */
  root: JsonSchema;
  errors: FieldErrors;
  /** The whole value, as far as it is literal, for options that depend on other fields. */
  values: JsonObject;
  loadOptions?: LoadOptions;
  /** Secret fields that hold a value already. */
  secretsSet?: readonly string[];
}

const ToolsContext = createContext<FormTools>({ root: {}, errors: {}, values: {} });

export const FormToolsProvider = ToolsContext.Provider;

export function useFormTools(): FormTools {
  return useContext(ToolsContext);
}

/** `['auth', 'token']` as errors name it. */
export function pathName(path: readonly string[]): string {
  return path.join('.');
}

/** What a part of a form that holds plain values gets. */
export interface ValueProps {
  schema: JsonSchema;
  value: unknown;
  onChange: (value: unknown) => void;
  path: readonly string[];
}
