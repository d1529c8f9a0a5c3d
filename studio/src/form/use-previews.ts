import type { JsonObject } from '@patchbay/shared/base';
import type { Evaluation } from '@patchbay/shared/mapping';
import { useEffect, useState } from 'react';

import { evaluateLocally, useCallableFunctions } from '#lib';

const REST_MS = 200;

/** What each expression gives on the document, by its text; tried again when typing rests. */
export function usePreviews(
  texts: readonly string[],
  document: JsonObject | undefined,
): ReadonlyMap<string, Evaluation> {
  const [results, setResults] = useState<ReadonlyMap<string, Evaluation>>(new Map());
  const functions = useCallableFunctions();
  const asked = texts.join('\u0000');
  useEffect(() => {
    const expressions = asked === '' ? [] : asked.split('\u0000');
    if (!document || expressions.length === 0) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void evaluateLocally(expressions, document, functions).then((all) => {
        if (current) setResults(new Map(expressions.map((text, i) => [text, all[i] ?? NOTHING])));
      });
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, document, functions]);
  return results;
}

const NOTHING: Evaluation = { ok: true };
