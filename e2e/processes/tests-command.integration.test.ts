import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createFlow, drawGraph } from '@patchbay/shared/flows';
import { createTest, testDraftSchema } from '@patchbay/shared/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const START = join(import.meta.dirname, '..', '..', 'runtime', 'src', 'start.ts');
const run = promisify(execFile);

describe('the command that runs tests', () => {
  let at: TestHouse;
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'patchbay-junit-'));
    at = await openTestHouse('sqlite', { works: false });
  });
  afterAll(async () => {
    await at?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const addFlow = async (name: string, expected: number): Promise<void> => {
    const graph = drawGraph(
      { start: { kind: 'manual' }, sum: { kind: 'map', input: 'trigger.a + trigger.b' } },
      ['start>sum'],
    );
    const { id } = await at.client.call(createFlow, { body: { name, graph } });
    const body = testDraftSchema.parse({
      name: 'adds up',
      scope: { kind: 'flow', trigger: 'start' },
      input: { a: 1, b: 2 },
      checks: [{ kind: 'equals', value: expected }],
    });
    await at.client.call(createTest, { params: { subject: `flow:${id}` }, body });
  };
  const command = async (...args: string[]): Promise<{ code: number; out: string }> => {
    const env = { PATH: process.env.PATH, ...at.env };
    try {
      const { stdout } = await run(process.execPath, [START, 'test', ...args], { env });
      return { code: 0, out: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout + stderr };
    }
  };

  it('exits with 0 and writes JUnit when all passed, beside a running server', async () => {
    await addFlow('Sums', 3);
    const file = join(dir, 'junit.xml');
    const { code, out } = await command('Sums', '--junit', file);
    expect(out).toContain('✓ adds up');
    expect(code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('<testcase name="adds up" classname="Sums"');
  });

  it('exits with 1 and shows the difference when one failed', async () => {
    await addFlow('Wrong sums', 4);
    const { code, out } = await command('Wrong sums');
    expect(out).toContain('The value: expected 4, got 3');
    expect(code).toBe(1);
  });

  it('exits with 2 and says why when nothing could be run', async () => {
    const { code, out } = await command('No such flow');
    expect(out).toContain('There is no flow "No such flow"');
    expect(code).toBe(2);
  });
});
