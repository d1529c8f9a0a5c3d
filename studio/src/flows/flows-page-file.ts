import { parseJson, problem } from '@patchbay/shared/base';
import type { Problem } from '@patchbay/shared/base';
import { connectionsOf } from '@patchbay/shared/flows';
import type { Flow, KnownConnection } from '@patchbay/shared/flows';
import {
  draftOf,
  testedFlowFileSchema,
  type TestCase,
  type TestedFlowFile,
} from '@patchbay/shared/testing';

export type ReadFile = { ok: true; file: TestedFlowFile } | { ok: false; problem: Problem };

/** Reads a flow file; anything else gets words on what is wrong with it. */
export function readFlowFile(text: string): ReadFile {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, problem: parsed.problem };
  const checked = testedFlowFileSchema.safeParse(parsed.value);
  if (checked.success) return { ok: true, file: checked.data };
  const [first] = checked.error.issues;
  const place = first?.path.join('.') || 'format';
  const isOther = place === 'format';
  const why = isOther
    ? 'This one was not made by exporting a flow.'
    : `In ${place}: ${first?.message ?? 'unknown'}.`;
  return {
    ok: false,
    problem: problem('invalid_input', 'This is not a Patchbay flow file.', {
      hint: `Choose a file that was exported here. ${why}`,
    }),
  };
}

/** What a file is written from beside the flow itself. */
interface Belongings {
  connections?: readonly KnownConnection[];
  tests?: readonly TestCase[];
}

/** The flow with its tests as a file; its connections are named in it, so that they can be found elsewhere. */
export function flowFileOf(
  { name, graph }: Pick<Flow, 'name' | 'graph'>,
  { connections: known = [], tests = [] }: Belongings = {},
): TestedFlowFile {
  const used = [...connectionsOf(graph)].map(([id, connector]) => {
    const about = known.find((one) => one.id === id);
    return [id, { name: about?.name ?? connector, connector }] as const;
  });
  const connections = Object.fromEntries(used);
  return { format: 'patchbay-flow/1', name, graph, connections, tests: tests.map(draftOf) };
}

/** A name for the file that every system takes. */
export function fileNameOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${plain.slice(0, 60) || 'flow'}.patchbay.json`;
}
