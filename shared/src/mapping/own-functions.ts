import type jsonata from 'jsonata';

import { OWN_SIGNATURES } from './function-catalogue.ts';
import { byteFunctions } from './functions-bytes.ts';
import { dataFunctions } from './functions-data.ts';
import { dateFunctions } from './functions-date.ts';
import { textFunctions } from './functions-text.ts';
import { urlFunctions } from './functions-url.ts';

type AnyFunction = (...args: never[]) => unknown;

const OWN: Record<string, AnyFunction> = {
  ...dateFunctions,
  ...byteFunctions,
  ...textFunctions,
  ...dataFunctions,
  ...urlFunctions,
};

/** Gives an expression our functions. As with jsonata's own, nothing in gives nothing out. */
export function registerOwnFunctions(expression: jsonata.Expression): void {
  for (const [name, signature] of OWN_SIGNATURES) {
    const own = OWN[name];
    if (!own) throw new Error(`the function ${name} is in the catalogue only`);
    expression.registerFunction(name, guarded(own), signature);
  }
}

function guarded(own: AnyFunction): (...args: unknown[]) => unknown {
  return (...args) => (args[0] === undefined ? undefined : own(...(args as never[])));
}
