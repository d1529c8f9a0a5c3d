import { fail } from '@patchbay/shared/base';
import { isTrigger, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';
import type { TestDraft } from '@patchbay/shared/testing';

import type { CredentialParts } from '#connections';

/** Refuses a test that names what is no longer there, saying what and where. */
export async function assertRunnable(
  connectors: CredentialParts,
  graph: FlowGraph | undefined,
  { scope, mocks }: TestDraft,
): Promise<void> {
  if (scope.kind === 'action') return assertAction(connectors, scope);
  const tested = scope.kind === 'flow' ? scope.trigger : scope.node;
  const node = graph?.nodes[tested];
  if (!graph || !node) return goneFrom(scope.kind === 'flow' ? 'trigger' : 'step', tested);
  if (scope.kind === 'flow' && !isTrigger(node)) goneFrom('trigger', tested);
  for (const step of Object.keys(mocks)) {
    const named = step.split('.').at(-1) ?? step;
    if (!graph.nodes[named]) noSuchMock(step);
  }
  const isMocked = ({ id }: FlowNode): boolean => Object.hasOwn(mocks, id);
  const needed = scope.kind === 'flow' ? Object.values(graph.nodes) : [node];
  if (scope.kind === 'mapping') return;
  for (const one of needed) if (!isMocked(one)) await assertConnector(connectors, one);
}

function goneFrom(what: string, id: string): void {
  fail('not_found', `The ${what} "${id}" that this test starts at is no longer in the flow.`, {
    hint: `Choose another ${what} in the test, or delete the test.`,
    at: { field: 'scope' },
  });
}

function noSuchMock(step: string): void {
  fail('not_found', `The test has a mock for the step "${step}", which is no longer in the flow.`, {
    hint: 'Take the mock out of the test, or give it to the step that took its place.',
    at: { field: `mocks.${step}` },
  });
}

async function assertAction(
  { catalogue, query }: Pick<CredentialParts, 'catalogue' | 'query'>,
  { connector, version, action }: Extract<TestDraft['scope'], { kind: 'action' }>,
): Promise<void> {
  const found = await catalogue.find(query, connector, version).catch(() => undefined);
  if (found?.manifest.actions[action]) return;
  const what = found ? `has no action "${action}"` : 'is not installed';
  fail('not_found', `The test calls ${connector} ${version}, which ${what}.`, {
    hint: 'Choose another version or action in the test, or delete the test.',
    at: { field: 'scope' },
  });
}

async function assertConnector(
  { catalogue, query }: Pick<CredentialParts, 'catalogue' | 'query'>,
  node: FlowNode,
): Promise<void> {
  if (node.kind !== 'action') return;
  const { connector, version } = node.config;
  try {
    await catalogue.find(query, connector, version);
  } catch {
    fail('not_found', `"${node.title}" uses ${connector} ${version}, which is not installed.`, {
      hint: 'Choose an installed version in the step, or give it a mock in the test.',
      at: { node: node.id },
    });
  }
}
