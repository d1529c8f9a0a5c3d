import { parseJson } from '@patchbay/shared/base';
import { useAtomValue } from 'jotai';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';

import { Button, Dialog, Field, IconButton, Input } from '#ui';

import { graphAtom } from './canvas.atoms.ts';
import { StepFields, WhenDrawing } from './editor-read-only.tsx';
import { commit, useEditor } from './editor-session.ts';

const NAME = /^[A-Za-z_]\w{0,63}$/;

/** Named constants of the flow, read as `vars.<name>`. */
export function VarsDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const { vars } = useAtomValue(graphAtom);
  const put = (name: string, value: unknown, label: string): void =>
    commit(editor, { label, vars: { [name]: value } }, `var ${name}`);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Variables"
      description="Constants every expression reads as vars.name. Not for secrets: those belong in connections."
    >
      <div className="flex flex-col gap-3">
        {Object.keys(vars).length === 0 && (
          <p className="text-ink-3">This flow has no variables yet.</p>
        )}
        <StepFields>
          {Object.entries(vars).map(([name, value]) => (
            <VarRow key={name} name={name} value={value} onPut={put} />
          ))}
        </StepFields>
        <WhenDrawing>
          <NewVar
            taken={Object.keys(vars)}
            onAdd={(name) => put(name, '', `Add variable ${name}`)}
          />
        </WhenDrawing>
      </div>
    </Dialog>
  );
}

interface VarRowProps {
  name: string;
  value: unknown;
  onPut: (name: string, value: unknown, label: string) => void;
}

/** Text is text; what parses as JSON is that value. */
function VarRow({ name, value, onPut }: VarRowProps) {
  const [text, setText] = useState(typeof value === 'string' ? value : JSON.stringify(value));
  const change = (next: string): void => {
    setText(next);
    const parsed = parseJson(next);
    onPut(name, parsed.ok ? parsed.value : next, `Set variable ${name}`);
  };
  return (
    <div className="flex items-center gap-2">
      <code className="w-40 truncate font-mono text-sm">vars.{name}</code>
      <Input
        mono
        aria-label={`Value of ${name}`}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      <IconButton
        label={`Delete ${name}`}
        onClick={() => onPut(name, null, `Delete variable ${name}`)}
      >
        <Trash2 />
      </IconButton>
    </div>
  );
}

function NewVar({ taken, onAdd }: { taken: string[]; onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  const wrong =
    name === '' || NAME.test(name)
      ? taken.includes(name)
        ? `"${name}" is there already.`
        : undefined
      : 'Use letters, digits and _, beginning with a letter.';
  const add = (): void => {
    if (name === '' || wrong) return;
    onAdd(name);
    setName('');
  };
  return (
    <div className="flex items-start gap-2 border-t border-line pt-3">
      <Field label="New variable" error={wrong} className="flex-1">
        {(control) => (
          <Input
            {...control}
            mono
            placeholder="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && add()}
          />
        )}
      </Field>
      <Button className="mt-6" disabled={name === '' || wrong !== undefined} onClick={add}>
        Add
      </Button>
    </div>
  );
}
