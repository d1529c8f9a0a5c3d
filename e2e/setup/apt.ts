import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';

import { findExecutable, mustRun, run } from './shell.ts';

// Not our servers' addresses: Redmine's scripts take a DATABASE_URL for their own.
const { DATABASE_URL: _database, REDIS_URL: _redis, ...inherited } = process.env;
const ENVIRONMENT = { ...inherited, DEBIAN_FRONTEND: 'noninteractive' };
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs Debian packages; the services in them do not start. Throws one sentence that says what to
 * install by hand where we may not: without root, or on a system without apt.
 */
export async function aptInstall(purpose: string, packages: string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !findExecutable('apt-get')) {
    throw new Error(`Missing: ${purpose}. Install ${packages.join(' ')} and run the tests again.`);
  }
  await mustRun('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update']);
  const { code, output } = await withoutServices(() =>
    run('apt-get', installArguments(packages), { env: ENVIRONMENT }),
  );
  if (code !== 0) throw new Error(`apt-get could not install ${packages.join(' ')}:\n${output}`);
}

// 101 forbids Debian's scripts to start what they install: the tests start servers of their own.
async function withoutServices<Result>(work: () => Promise<Result>): Promise<Result> {
  if (existsSync(SERVICE_POLICY)) return work();
  await writeFile(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await work();
  } finally {
    await rm(SERVICE_POLICY, { force: true });
  }
}

function installArguments(packages: string[]): string[] {
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-y', '--no-install-recommends'];
  return [...options, 'install', ...packages];
}
