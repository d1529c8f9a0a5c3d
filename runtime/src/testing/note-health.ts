import type { Problem } from '@patchbay/shared/base';
import type { ConnectionStatus } from '@patchbay/shared/connections';
import type { TestBatch } from '@patchbay/shared/testing';

import { changeStatus } from '#connections';

import type { TestingParts } from './testing-parts.ts';

/** A connection whose suite passed works; else its status says what the first failure shows. */
export async function noteHealth(
  { db, clock }: TestingParts,
  { subject, results }: TestBatch,
): Promise<void> {
  const id = subject.split(':')[1] ?? '';
  const failed = results.find(({ status }) => status !== 'passed');
  const problem = failed && (failed.problem ?? failed.checks.find(({ ok }) => !ok)?.problem);
  const status = failed ? statusFor(problem) : 'active';
  await changeStatus({ db, clock }, id, { status, problem });
}

function statusFor(problem: Problem | undefined): ConnectionStatus {
  if (problem?.code === 'auth_expired') return 'auth_error';
  return problem?.code === 'unavailable' || problem?.code === 'timed_out'
    ? 'unreachable'
    : 'degraded';
}
