import { setField } from '@patchbay/shared/mapping';
import { Plus } from 'lucide-react';
import { useState } from 'react';

import { Button, Input } from '#ui';

import { rootOf } from './target-tree.ts';
import type { Mapping } from './use-mapping.ts';

/** Names a field of an output whose shape nobody prescribes. */
export function AddTarget({ mapping }: { mapping: Mapping }) {
  const [name, setName] = useState('');
  const { text, onChange, target } = mapping;
  const root = rootOf(target).field;
  const isTaken = target.fields.has(JSON.stringify([name.trim()]));
  const holds = text.trim() === '' || root?.node.kind === 'object';
  if (!holds) return null;
  const add = (): void => {
    onChange(setField(text.trim() === '' ? '{}' : text, [name.trim()], 'null'));
    setName('');
  };
  return (
    <form
      className="flex shrink-0 items-center gap-2 border-t border-line px-3 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && !isTaken) add();
      }}
    >
      <Input
        size="sm"
        aria-label="Name of the new field"
        placeholder="Name of a new field"
        value={name}
        aria-invalid={isTaken || undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Button size="sm" type="submit" icon={<Plus />} disabled={name.trim() === '' || isTaken}>
        Add
      </Button>
    </form>
  );
}
