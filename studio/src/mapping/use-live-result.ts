import type { JsonObject } from '@patchbay/shared/base';
import type { Evaluation } from '@patchbay/shared/mapping';
import { useEffect, useRef, useState } from 'react';

import { evaluateLocally, useCallableFunctions } from '#lib';

export interface LiveResult {
  /** The text it is of; older than what is typed while the next one is on its way. */
  text: string;
  evaluation: Evaluation;
}

/**
 * What a text gives on the sample, tried with every keystroke. One evaluation is under way at a
 * time, and after it the newest text is next, so that slow ones never pile up.
 */
export function useLiveResult(text: string, document: JsonObject): LiveResult | undefined {
  const [result, setResult] = useState<LiveResult>();
  const functions = useCallableFunctions();
  const latest = useRef({ text, document, functions });
  const isBusy = useRef(false);
  useEffect(() => {
    latest.current = { text, document, functions };
    if (isBusy.current) return;
    const next = async (): Promise<void> => {
      const asked = latest.current;
      const [evaluation = { ok: true }] = await evaluateLocally(
        [asked.text],
        asked.document,
        asked.functions,
      );
      setResult({ text: asked.text, evaluation });
      if (latest.current !== asked) await next();
    };
    isBusy.current = true;
    void next().finally(() => {
      isBusy.current = false;
    });
  }, [text, document, functions]);
  return result;
}
