import { Plus } from 'lucide-react';
import { useId, useState } from 'react';

import { Button, Input } from '#ui';

interface AddNameProps {
  taken: string[];
  /** Names to offer. */
  names?: string[];
  onAdd: (name: string) => void;
}

/** Asks for the name of a new field, then adds it. */
export function AddName({ taken, names = [], onAdd }: AddNameProps) {
  const [name, setName] = useState<string>();
  const list = useId();
  if (name === undefined) {
    return (
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus />}
        onClick={() => setName('')}
        className="self-start"
      >
        Add a field
      </Button>
    );
  }
  const usable = name.trim() !== '' && !taken.includes(name.trim());
  const add = (): void => {
    if (usable) onAdd(name.trim());
    setName(undefined);
  };
  return (
    <div className="flex gap-1">
      <Input
        autoFocus
        mono
        size="sm"
        aria-label="Name of the new field"
        placeholder="Name"
        list={list}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
          if (event.key === 'Enter') add();
          if (event.key === 'Escape') setName(undefined);
        }}
      />
      <Button size="sm" className="h-7" disabled={!usable} onClick={add}>
        Add
      </Button>
      <datalist id={list}>
        {names
          .filter((one) => !taken.includes(one))
          .map((one) => (
            <option key={one} value={one} />
          ))}
      </datalist>
    </div>
  );
}
