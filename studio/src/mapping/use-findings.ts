import type { Problem } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import type { Finding } from '@patchbay/shared/mapping';
import { useEffect, useMemo, useState } from 'react';

import { checkApart, useProjectFunctions } from '#lib';

import { mappingKnowledge } from './mapping-knowledge.ts';
import type { SourceRoot } from './source-tree.ts';

export interface Findings {
  text: string;
  schema?: JsonSchema;
  roots: readonly SourceRoot[];
  /** What is said elsewhere already, and so not again. */
  problems?: readonly Problem[];
}

const REST_MS = 250;
const NONE: readonly Finding[] = [];

/** What can be said of a mapping without running it, looked at anew when typing rests. */
export function useFindings({ text, schema, roots, problems }: Findings): readonly Finding[] {
  const [all, setAll] = useState(NONE);
  const functions = useProjectFunctions();
  const knowledge = useMemo(
    () => ({ ...mappingKnowledge(roots, schema), functions: functions.map(({ name }) => name) }),
    [roots, schema, functions],
  );
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      const findings = await checkApart(text.trim() === '' ? '{}' : text, knowledge);
      if (current) setAll((before) => (isSame(before, findings) ? before : findings));
    };
    const timer = setTimeout(() => void look(), REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, knowledge]);
  return useMemo(() => all.filter((finding) => !isSaid(finding, problems ?? [])), [all, problems]);
}

/** The parser's words stand at the code already; others say the same of the same place. */
function isSaid({ kind, problem, start }: Finding, problems: readonly Problem[]): boolean {
  return (
    kind === 'invalid' ||
    problems.some(({ message, at }) => at?.offset === start && message === problem.message)
  );
}

function isSame(one: readonly Finding[], other: readonly Finding[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
