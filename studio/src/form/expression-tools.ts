import type { JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import type { Evaluation, Finding, Type } from '@patchbay/shared/mapping';
import { createContext, useContext } from 'react';

/** What the fields of an expression form share. */
export interface ExpressionTools {
  /** The whole expression; every field is a span of it. */
  text: string;
  setText: (text: string) => void;
  /** Fields the person turned into expressions although they still hold a literal. */
  asExpression: ReadonlySet<string>;
  setAsExpression: (path: string, on: boolean) => void;
  document?: JsonObject;
  documentType?: Type;
  previews: ReadonlyMap<string, Evaluation>;
  findings?: readonly Finding[];
}

const NONE: ExpressionTools = {
  text: '{}',
  setText: () => undefined,
  asExpression: new Set(),
  setAsExpression: () => undefined,
  previews: new Map(),
};

const Context = createContext<ExpressionTools>(NONE);

export const ExpressionToolsProvider = Context.Provider;

export function useExpressionTools(): ExpressionTools {
  return useContext(Context);
}

/** What the fields of one object in the text get. */
export interface ExpressionFieldsProps {
  schema: JsonSchema;
  /** Keys that lead to the object. */
  path: readonly string[];
}
