import { type Json, type JsonObject } from '@patchbay/shared/base';
import { getAction, isDestructive, type ActionManifest } from '@patchbay/shared/catalog';
import type { FlowNode } from '@patchbay/shared/flows';
import { testNode } from '@patchbay/shared/testing';
import { useState } from 'react';

import { evaluateLocally, prefetchEndpoint, problemIn, useCommand } from '#lib';

import { useEditor } from './editor-session.ts';

/** What a person is asked about before a step is tested. */
interface Destruction {
  action: ActionManifest;
  input: Json;
  document: JsonObject;
}

/** Tests one step on a document; what it would destroy is asked about first. */
export function useStepTest(node: FlowNode) {
  const editor = useEditor();
  const test = useCommand(testNode);
  const [asked, setAsked] = useState<Destruction>();
  const go = (document: JsonObject): void => {
    setAsked(undefined);
    test.mutate({ params: { id: editor.flowId, node: node.id }, body: { document } });
  };
  return {
    asked,
    /** Tests it, once the person is sure where it destroys. */
    start: async (document: JsonObject): Promise<void> => {
      // The server tests what is saved; what was typed a moment ago must be there.
      await editor.queue.flush();
      const destruction = await destructionOf(node, document);
      if (destruction) setAsked(destruction);
      else go(document);
    },
    confirm: (): void => asked && go(asked.document),
    forget: (): void => setAsked(undefined),
    isPending: test.isPending,
    tested: test.data,
    problem: problemIn(test),
  };
}

/** What the step would destroy with the input that the document makes. */
async function destructionOf(
  node: FlowNode,
  document: JsonObject,
): Promise<Destruction | undefined> {
  if (node.kind !== 'action') return undefined;
  const { connector: id, version, action: name } = node.config;
  const params = { id, version, action: name };
  const action = await prefetchEndpoint(getAction, { params }, { staleTime: Infinity });
  if (!action?.effects.destructive && !action?.effects.destructiveWhen) return undefined;
  const [result] = await evaluateLocally([node.input], document);
  const input = (result?.ok ? result.value : undefined) ?? null;
  return isDestructive(action, input) ? { action, input, document } : undefined;
}
