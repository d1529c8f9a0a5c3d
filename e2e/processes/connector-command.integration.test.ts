import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = dirname(dirname(import.meta.dirname));
const OURS = ['shared', 'connectors', 'runtime', 'e2e'];
const FILES = ['package.json', 'vitest.config.ts', '.oxfmtrc.json', '.oxlintrc.json'];
const run = promisify(execFile);

describe('the command for connectors', () => {
  let copy: string;
  let data: string;
  beforeAll(async () => {
    copy = await copyHouse();
    data = join(copy, 'data');
    await git('init', '-q');
    await git('add', '-A', '--', ...OURS, ...FILES);
    await git('commit', '-qm', 'A release');
    await git('tag', 'v1.0.0');
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  const git = (...args: string[]): Promise<unknown> =>
    run('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: copy });
  const connector = async (...args: string[]): Promise<{ code: number; out: string }> => {
    const env = { PATH: process.env.PATH, DATA_DIR: data };
    const start = join(copy, 'runtime', 'src', 'start.ts');
    try {
      const { stdout } = await run(process.execPath, [start, 'connector', ...args], { env });
      return { code: 0, out: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout + stderr };
    }
  };
  const tool = (name: string, ...args: string[]): Promise<unknown> =>
    run(join(ROOT, 'node_modules', '.bin', name), args, { cwd: copy });
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const path = join(copy, 'connectors', file);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(from);
    await writeFile(path, text.replace(from, to));
  };

  it('makes one that is well, formatted, linted and tested, and refuses a name twice', async () => {
    const made = await connector('new', 'my-crm');
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('my-crm/index.ts') });
    await tool('oxfmt', '--check', 'connectors/my-crm', 'connectors/registry.ts');
    await tool('oxlint', '--config', '.oxlintrc.json', 'connectors/my-crm');
    await tool('vitest', 'run', '--project', 'unit', 'connectors/my-crm');
    expect(await connector('new', 'my-crm')).toMatchObject({
      code: 1,
      out: expect.stringContaining('There is a connector "my-crm" already.'),
    });
    expect((await connector('new', '../x')).out).toContain("can't be the id");
  });

  it('holds every version against the last release', async () => {
    await edit('redmine/index.ts', '    logTime,\n', '');
    await edit('redmine/index.ts', ', logTime }', ' }');
    const { code, out } = await connector('check');
    expect(out).toContain('✗ redmine: It is version 1.0.0');
    expect(out).toContain('makes it 2.0.0: 1 action removed.');
    // The new one is among those that are well: it was not there to be compared with.
    expect(out).toMatch(/(\d+) of (?!\1)\d+ connectors are well\. .* compared with v1\.0\.0\./);
    expect(out.match(/✗/g)).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('installs a folder of documents, and what changed in it the next time', async () => {
    const folder = join(copy, 'documents');
    await mkdir(join(folder, 'shop'), { recursive: true });
    const document = (paths: string[]): string =>
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'Orders' },
        paths: Object.fromEntries(paths.map((path) => [path, { get: {} }])),
      });
    await writeFile(join(folder, 'shop', 'orders.json'), document(['/a']));
    await writeFile(join(folder, 'stock.yaml'), "swagger: '2.0'\npaths: { /b: { get: {} } }\n");
    await writeFile(join(folder, 'broken.json'), '{ "hello": 1 }');
    await writeFile(join(folder, 'stripe.json'), document(['/c']));
    const first = await connector('import', folder);
    expect(first.code).toBe(1);
    expect(first.out).toContain('✓ shop-orders 1.0.0 new');
    expect(first.out).toContain('✓ stock 1.0.0 new');
    expect(first.out).toMatch(/✗ \S+broken\.json: .*neither "openapi" nor "swagger"/);
    expect(first.out).toMatch(/✗ \S+stripe\.json: "stripe" is a connector of Patchbay itself/);
    expect(first.out).toContain('2 new, 0 changed, 0 unchanged, 2 failed.');

    await writeFile(join(folder, 'shop', 'orders.json'), document(['/a', '/d']));
    const overlay = join(copy, 'overlay.json');
    await writeFile(overlay, '{ "name": "My stripe" }');
    const named = ['--id', 'my-stripe', '--overlay', overlay];
    expect((await connector('import', join(folder, 'stripe.json'), ...named)).out).toContain(
      '✓ my-stripe 1.0.0 new',
    );
    const again = await connector('import', folder);
    expect(again.out).toContain('✓ shop-orders 1.1.0 changed');
    expect(again.out).toContain('✓ stock 1.0.0 unchanged');
    expect((await connector('import', join(folder, 'none'))).out).toContain('no file or folder');
  });
});

/** The house without the studio in a folder of its own, with the libraries that are installed. */
async function copyHouse(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'patchbay-connectors-'));
  const filter = (path: string): boolean => !['node_modules', 'data'].includes(basename(path));
  for (const name of [...OURS, ...FILES])
    await cp(join(ROOT, name), join(copy, name), { recursive: true, filter });
  const [from, to] = [join(ROOT, 'node_modules'), join(copy, 'node_modules')];
  await mkdir(join(to, '@patchbay'), { recursive: true });
  for (const name of OURS) await symlink(join(copy, name), join(to, '@patchbay', name));
  for (const name of await readdir(from))
    if (name !== '@patchbay') await symlink(join(from, name), join(to, name));
  for (const name of OURS) {
    const own = join(name, 'node_modules');
    await symlink(join(ROOT, own), join(copy, own));
  }
  return copy;
}
