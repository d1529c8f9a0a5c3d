import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { fail, type Json } from '@patchbay/shared/base';
import type { Difference } from '@patchbay/shared/testing';

const DEADLINE_MS = 2000;
const PROCESS = fileURLToPath(new URL('schema-process.ts', import.meta.url));

/** What the other process found, or why it could not look. */
type Found = { ok: true; errors: { path: string; says: string }[] } | { ok: false; says: string };

/**
 * Where a value does not fit a JSON Schema. A pattern in it may take for ever, so it is tried in a
 * process of its own that is killed after 2 s; throws a Problem then.
 */
export async function schemaDifferences(
  schema: Record<string, unknown>,
  value: Json | undefined,
): Promise<Difference[]> {
  const found = await validate(schema, value ?? null);
  if (!found.ok) return fail('invalid_input', `The schema cannot be used: ${found.says}`, HINT);
  return found.errors.map(({ path, says }) => ({
    path,
    kind: 'changed',
    expected: says,
    actual: valueAt(value, path) ?? null,
  }));
}

const HINT = 'Correct the schema of the check; it is JSON Schema 2020-12.';

async function validate(schema: Record<string, unknown>, value: Json): Promise<Found> {
  const child = fork(PROCESS, [], { env: {}, execArgv: ['--max-old-space-size=128'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS);
  try {
    child.send({ schema, value });
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('it ended')));
    const [found] = (await Promise.race([once(child, 'message'), ended])) as [Found];
    return found;
  } catch {
    return fail(
      'expression_limit',
      `The schema check did not finish within ${DEADLINE_MS / 1000} s.`,
      'Simplify its patterns: nested repetitions such as (a+)+ take for ever.',
    );
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

function valueAt(value: Json | undefined, path: string): Json | undefined {
  let here = value;
  for (const part of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as { [name: string]: Json })[part];
  }
  return here;
}
