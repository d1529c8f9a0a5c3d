import { publishDrawing, runByHand } from '@patchbay/e2e/flows';
import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createProject, createToken, getMe, listProjects } from '@patchbay/shared/access';
import { hrefOf, PROJECT_HEADER, type Endpoint } from '@patchbay/shared/base';
import { listFlows } from '@patchbay/shared/flows';
import * as runs from '@patchbay/shared/runs';
import * as testing from '@patchbay/shared/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Operation {
  security: object[];
}

describe('a token', () => {
  let at: TestHouse;
  let text: string;
  let foreign: { flow: string; run: string };
  let own: string;
  beforeAll(async () => {
    at = await openTestHouse('sqlite', { works: false });
    const { id } = await at.client.call(createProject, { body: { name: 'Finance' } });
    const finance = at.client.in(id);
    ({ text } = await finance.call(createToken, { body: { name: 'CI' } }));
    own = await publishDrawing(finance, { go: { kind: 'manual' } }, []);
    const flow = await publishDrawing(at.client, { go: { kind: 'manual' } }, []);
    foreign = { flow, run: await runByHand(at.client, flow) };
  });
  afterAll(() => at?.stop());

  const ask = async (
    path: string,
    { method = 'GET', body, project }: { method?: string; body?: object; project?: string } = {},
  ): Promise<{ status: number; answer: unknown }> => {
    const headers = {
      authorization: `Bearer ${text}`,
      'content-type': 'application/json',
      ...(project !== undefined && { [PROJECT_HEADER]: project }),
    };
    const init = { method, headers, body: body && JSON.stringify(body) };
    const response = await fetch(at.url + path, init);
    return { status: response.status, answer: await response.json() };
  };

  it('is good for its project without naming it', async () => {
    expect((await ask(hrefOf(getMe))).answer).toMatchObject({ project: { id: 'finance' } });
    expect((await ask(hrefOf(listProjects))).answer).toMatchObject({ items: [{ id: 'finance' }] });
    const { items } = (await ask(hrefOf(listFlows))).answer as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual([own]);
    const started = await ask(hrefOf(runs.startRun, { id: own }), {
      method: 'POST',
      body: { draft: false },
    });
    expect(started.status).toBe(200);
  });

  it('names no other project', async () => {
    expect(await ask(hrefOf(listFlows), { project: 'default' })).toMatchObject({ status: 404 });
    expect(await ask('/mcp', { project: 'default', method: 'POST' })).toMatchObject({
      status: 404,
    });
  });

  it('reads nothing of another project by any address that a token may ask', async () => {
    const document = (await ask('/api/openapi.json')).answer as {
      paths: Record<string, Record<string, Operation>>;
    };
    const paths = Object.entries(document.paths)
      .filter(([path, { get }]) => path.includes('{') && get?.security.some((s) => 'token' in s))
      .map(([path]) => path);
    const named = (path: string): string =>
      path
        .replace('/flows/{id}', `/flows/${foreign.flow}`)
        .replace('/runs/{id}', `/runs/${foreign.run}`)
        .replace('{subject}', `flow:${foreign.flow}`)
        .replace(/\{\w+\}/g, 'go');
    const asked = paths.filter((path) => /flows|runs|tests/.test(path));
    expect(asked.length).toBeGreaterThan(8);
    const answers = await Promise.all(
      asked.map(async (path) => [path, (await ask(named(path))).status]),
    );
    expect(answers).toEqual(asked.map((path) => [path, 404]));
  });

  it.each<[Endpoint, object]>([
    [runs.startRun, { draft: true }],
    [runs.retryRun, {}],
    [testing.testNode, { document: {} }],
    [testing.runTests, {}],
  ])('does nothing in another project: $name', async (endpoint, body) => {
    const id = endpoint.path.startsWith('/api/runs') ? foreign.run : foreign.flow;
    const params = { id, node: 'go', subject: `flow:${foreign.flow}` };
    const { status } = await ask(hrefOf(endpoint, params), { method: 'POST', body });
    expect(status).toBe(404);
  });

  it('takes no data of a run of another project for one of its own', async () => {
    const body = { draft: true, base: { run: foreign.run, keep: 'all' } };
    const path = hrefOf(runs.startRun, { id: own });
    expect(await ask(path, { method: 'POST', body })).toMatchObject({ status: 404 });
    const replay = { runs: [foreign.run] };
    const previewed = await ask(hrefOf(testing.previewReplay), { method: 'POST', body: replay });
    expect(previewed.answer).toMatchObject({ items: [{ problem: { code: 'not_found' } }] });
    const replayed = await ask(hrefOf(testing.replayRuns), { method: 'POST', body: replay });
    expect(replayed.answer).toMatchObject({ items: [{ problem: { code: 'not_found' } }] });
  });
});
