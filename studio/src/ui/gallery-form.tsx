import { Search } from 'lucide-react';
import { useState } from 'react';

import { Checkbox } from './checkbox.tsx';
import { Combobox } from './combobox.tsx';
import { Field } from './field.tsx';
import { Input, Textarea } from './input.tsx';
import { NumberField } from './number-field.tsx';
import { Panel } from './panel.tsx';
import { Select } from './select.tsx';
import { Switch } from './switch.tsx';

const CHOICES = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second', hint: 'With a second line' },
  { value: 'c', label: 'Not now', disabled: true },
];

export function FormGallery() {
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<string>();
  const [on, setOn] = useState(true);
  const type = {
    value: text,
    onChange: (e: { target: { value: string } }) => setText(e.target.value),
  };
  return (
    <div className="grid grid-cols-2 gap-4 py-4">
      <Panel title="Texts">
        <div className="grid gap-4">
          <Field label="Name" required help="One sentence of help.">
            {(control) => <Input {...control} {...type} placeholder="Placeholder" />}
          </Field>
          <Field label="With an error" error="Say what is wrong, in plain words.">
            {(control) => <Input {...control} {...type} />}
          </Field>
          <Field label="Search">
            {(control) => <Input {...control} {...type} icon={<Search />} />}
          </Field>
          <Field label="Disabled">{(control) => <Input {...control} {...type} disabled />}</Field>
          <NumberGallery />
          <Field label="Long">{(control) => <Textarea {...control} {...type} mono />}</Field>
        </div>
      </Panel>
      <Panel title="Choices">
        <div className="grid gap-4">
          <Field label="Select">
            {(control) => (
              <Select {...control} choices={CHOICES} value={choice} onChange={setChoice} />
            )}
          </Field>
          <Field label="Combobox">
            {(control) => (
              <Combobox {...control} choices={CHOICES} value={choice} onChange={setChoice} />
            )}
          </Field>
          <div className="flex items-center gap-4">
            <Switch aria-label="Switch" checked={on} onChange={setOn} />
            <Switch aria-label="Disabled switch" checked={on} onChange={setOn} disabled />
            <Checkbox aria-label="Checkbox" checked={on} onChange={setOn} />
            <Checkbox aria-label="Mixed checkbox" mixed checked={false} onChange={setOn} />
            <Checkbox aria-label="Disabled checkbox" checked={on} onChange={setOn} disabled />
          </div>
        </div>
      </Panel>
    </div>
  );
}

function NumberGallery() {
  const [number, setNumber] = useState<number>();
  return (
    <NumberField
      label="A number"
      help="From 1 to 10, or none."
      min={1}
      max={10}
      value={number}
      onChange={setNumber}
      onClear={() => setNumber(undefined)}
    />
  );
}
