import { isDecoration, renameKeyEdit, type FlowNode } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';
import { useState } from 'react';

import { Field, Input } from '#ui';

import { graphAtom } from './canvas.atoms.ts';
import { graphOf } from './editor-commands.ts';
import { commit, useEditor } from './editor-session.ts';
import { keysIn, whyNotKey } from './graph-keys.ts';
import { usePatch } from './use-patch.ts';

/** What a step is called on the canvas, and in expressions. */
export function NameFields({ node }: { node: FlowNode }) {
  const patch = usePatch(node);
  if (node.kind === 'note') return null;
  return (
    <>
      <Field label="Title">
        {(control) => (
          <Input
            {...control}
            value={node.title}
            maxLength={10_000}
            onChange={(event) => patch({ title: event.target.value }, 'Title')}
          />
        )}
      </Field>
      {!isDecoration(node) && <KeyField key={node.key} node={node} />}
    </>
  );
}

/** A new key is written into every expression that used the old one, when it is complete. */
function KeyField({ node }: { node: FlowNode }) {
  const editor = useEditor();
  const graph = useAtomValue(graphAtom);
  const [text, setText] = useState(node.key);
  const wrong = whyNotKey(text, node.key, keysIn(graph));
  const rename = (): void => {
    if (wrong) return setText(node.key);
    if (text !== node.key) commit(editor, renameKeyEdit(graphOf(editor), node.id, text));
  };
  return (
    <Field label="Key" help={`Expressions read its output as steps.${node.key}.`} error={wrong}>
      {(control) => (
        <Input
          {...control}
          mono
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => event.key === 'Enter' && rename()}
        />
      )}
    </Field>
  );
}
