import { findExecutable, mustRun, run } from './shell.ts';

const ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Installs Debian packages. Throws one sentence that says what to install by hand where we may not:
 * without root, or on a system without apt.
 */
export async function aptInstall(purpose: string, packages: string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !findExecutable('apt-get')) {
    throw new Error(
      `${purpose} is missing: install ${packages.join(' ')} and run the tests again.`,
    );
  }
  await mustRun('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update']);
  const { code, output } = await run('apt-get', installArguments(packages), { env: ENVIRONMENT });
  if (code !== 0) throw new Error(`apt-get could not install ${packages.join(' ')}:\n${output}`);
}

function installArguments(packages: string[]): string[] {
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-y', '--no-install-recommends'];
  return [...options, 'install', ...packages];
}
