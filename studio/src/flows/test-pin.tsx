import { parseJson, type Json } from '@patchbay/shared/base';
import type { FlowNode } from '@patchbay/shared/flows';
import { isPinnable } from '@patchbay/shared/runs';
import { useAtomValue } from 'jotai';
import { Pin, PinOff } from 'lucide-react';
import { useState } from 'react';

import { CodeEditor } from '#form';
import { Button, Field } from '#ui';

import { runViewAtom } from './editor.atoms.ts';
import { useChangeWorkbench } from './use-workbench.ts';
import { nodePinAtom } from './workbench.atoms.ts';

/** A step's pinned output: editable, used by test runs, never seen by production. */
export function TestPin({ node, output }: { node: FlowNode; output: unknown }) {
  const pin = useAtomValue(nodePinAtom(node.id));
  const last = useLastOutput(node.id);
  const { change, busy } = useChangeWorkbench();
  if (!isPinnable(node)) return null;
  const put = (value: Json | undefined): void =>
    change({
      pins: { [node.id]: value === undefined ? null : { output: value } },
      breakpoints: {},
    });
  if (pin)
    return <PinEditor key={JSON.stringify(pin)} value={pin.output} busy={busy} onPut={put} />;
  const known = (output ?? last) as Json | undefined;
  return (
    <div className="flex items-center gap-3">
      <Button size="sm" icon={<Pin />} busy={busy} onClick={() => put(known ?? {})}>
        Pin output
      </Button>
      <p className="text-sm text-ink-3">
        {known === undefined
          ? 'Test runs then take what you write instead of running it.'
          : 'Test runs then take the last output instead of running it.'}
      </p>
    </div>
  );
}

/** What the step gave in the run that is shown. */
export function useLastOutput(id: string): Json | undefined {
  const view = useAtomValue(runViewAtom);
  const step = Object.values(view?.steps ?? {}).findLast((one) => one.node === id);
  return step?.output && 'value' in step.output ? step.output.value : undefined;
}

interface PinEditorProps {
  value: Json;
  busy: boolean;
  onPut: (value: Json | undefined) => void;
}

function PinEditor({ value, busy, onPut }: PinEditorProps) {
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const parsed = parseJson(text);
  const isChanged = parsed.ok && JSON.stringify(parsed.value) !== JSON.stringify(value);
  return (
    <Field
      label="Pinned output"
      help="Test runs take this instead of running the step. Production ignores it."
      error={parsed.ok ? undefined : parsed.problem.message}
      aside={
        <span className="flex gap-1">
          {isChanged && (
            <Button size="sm" busy={busy} onClick={() => parsed.ok && onPut(parsed.value)}>
              Save pin
            </Button>
          )}
          <Button size="sm" variant="ghost" icon={<PinOff />} onClick={() => onPut(undefined)}>
            Unpin
          </Button>
        </span>
      }
    >
      {() => (
        <CodeEditor
          label="Pinned output"
          language="json"
          value={text}
          onChange={setText}
          height={140}
        />
      )}
    </Field>
  );
}
