import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { ProblemError } from '@patchbay/shared/base';

import {
  type ActionContext,
  type ErrorDetail,
  rejected,
  type Row,
  ruleFor,
  unavailable,
  useClient,
} from '#sdk';

import type { SqliteConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { locateFile } from './locate-file.ts';
import type { Statement } from './statements.ts';

/** What the other process is to do, in one transaction. */
export interface Job {
  file: string;
  write: boolean;
  /** False takes everything back. */
  keep: boolean;
  statements: Statement[];
}

/** What a statement gave: the rows it read or wrote, and how many it wrote or gave. */
export interface Result {
  rows: Row[];
  count: number;
  truncated: boolean;
}

/** What the other process says. */
export type Answer =
  | { ok: true; results: Result[] }
  | { ok: false; message: string; code?: number };

type Context = Pick<ActionContext<unknown, SqliteConfig>, 'config' | 'signal' | 'dryRun'>;

const PROCESS = fileURLToPath(new URL('sqlite-process.ts', import.meta.url));
const FLAGS = ['--max-old-space-size=512', '--disable-warning=ExperimentalWarning'];
const BUSY = new Set([5, 6, 10, 13]);

/**
 * Carries statements out, all or none, in a process that is killed when the step is aborted or takes
 * too long. Every error comes out as a `ProblemError`.
 */
export async function runStatements(ctx: Context, statements: Statement[]): Promise<Result[]> {
  const { file: name, access, timeLimitSeconds } = ctx.config;
  const file = await locateFile(name);
  const child = fork(PROCESS, [], {
    env: {},
    execArgv: FLAGS,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const end = (): void => void child.kill('SIGKILL');
  const job: Job = { file, write: access === 'write', keep: !ctx.dryRun, statements };
  const use = { signal: ctx.signal, host: name, end, explain, timeoutMs: timeLimitSeconds * 1000 };
  return useClient(use, async () => {
    child.send(job);
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('it ended')));
    const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
    if (answer.ok) return answer.results;
    throw problemOf(answer);
  });
}

// The process does not end before it has answered, unless its memory does.
function explain(): ProblemError {
  return rejected('The statement needs too much memory.', {
    hint: 'Ask for fewer rows or columns.',
  });
}

function problemOf({ message, code = 1 }: { message: string; code?: number }): ProblemError {
  const primary = code & 255;
  const rule =
    ruleFor(errorRules, { code: String(code), words: message }) ??
    ruleFor(errorRules, { code: String(primary), words: message });
  const detail: ErrorDetail = { details: { code }, ...(rule && { hint: rule.hint }) };
  const words = `${rule ? `${rule.title}: ` : ''}${message}`;
  return BUSY.has(primary) ? unavailable(words, detail) : rejected(words, detail);
}
