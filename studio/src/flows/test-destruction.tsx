import { listConnections } from '@patchbay/shared/connections';
import type { FlowNode } from '@patchbay/shared/flows';

import { useEndpoint } from '#lib';
import { AskFirst } from '#testing';

import type { useStepTest } from './use-step-test.ts';

interface TestDestructionProps {
  test: ReturnType<typeof useStepTest>;
  node: FlowNode;
}

/** Asks before a step is tested that removes or overwrites something for good. */
export function TestDestruction({ test, node }: TestDestructionProps) {
  const { asked } = test;
  const connections = useEndpoint(listConnections, {}, { enabled: asked !== undefined });
  if (!asked || node.kind !== 'action') return null;
  const { connection, connector } = node.config;
  const target = connections.data?.items.find(({ id }) => id === connection)?.name ?? connector;
  return (
    <AskFirst
      open
      action={asked.action}
      input={asked.input}
      target={target}
      verb="Test it"
      onClose={test.forget}
      onConfirm={test.confirm}
    />
  );
}
