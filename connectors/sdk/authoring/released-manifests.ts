import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { fail } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';

const run = promisify(execFile);
const MOST_BYTES = 256 * 1024 * 1024;
const LIST = `import(process.argv[1]).then(({ connectors }) =>
  process.stdout.write(JSON.stringify(connectors.map((one) => one.manifest))))`;

/** The newest tag of a release (`v1.2.0`) that the present commit came from; undefined before the first. */
export async function lastRelease(root: string): Promise<string | undefined> {
  const asked = ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*'];
  const { stdout } = await run('git', asked, { cwd: root }).catch(() => ({ stdout: '' }));
  return stdout.trim() || undefined;
}

/**
 * The manifests of all connectors as they were at a commit, by id. They are made by the code of
 * that commit with the libraries that are installed now.
 */
export async function manifestsAt(
  root: string,
  ref: string,
): Promise<Map<string, ConnectorManifest>> {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-released-'));
  try {
    await run('sh', ['-c', CHECK_OUT, 'sh', ref, folder], { cwd: root }).catch(() =>
      fail('not_found', `"${ref}" is no commit with connectors in it.`, 'Name a commit or a tag.'),
    );
    await linkLibraries(root, folder);
    const args = ['-e', LIST, join(folder, 'connectors', 'registry.ts')];
    const { stdout } = await run(process.execPath, args, { maxBuffer: MOST_BYTES });
    const manifests = JSON.parse(stdout) as ConnectorManifest[];
    return new Map(manifests.toReversed().map((manifest) => [manifest.id, manifest]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const CHECK_OUT = 'git archive --format=tar "$1" connectors shared package.json | tar -x -C "$2"';

/** Everything that is installed, except that our own workspaces are those of the commit. */
async function linkLibraries(root: string, folder: string): Promise<void> {
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  await mkdir(join(to, '@patchbay'), { recursive: true });
  await symlink(join(folder, 'shared'), join(to, '@patchbay', 'shared'));
  for (const name of await readdir(from))
    if (name !== '@patchbay') await symlink(join(from, name), join(to, name));
  for (const workspace of ['connectors', 'shared']) {
    const own = join(workspace, 'node_modules');
    if (existsSync(join(root, own))) await symlink(join(root, own), join(folder, own));
  }
}
