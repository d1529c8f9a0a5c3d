import { Search } from 'lucide-react';
import { useState } from 'react';

import { Input } from './input.tsx';

interface SearchInputProps {
  /** What is searched, in words: its name and what stands in it while it is empty. */
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/**
 * A search that is kept elsewhere, such as in the address, which is late: while one types, the field
 * shows what was typed, or letters would be lost and the caret would jump.
 */
export function SearchInput({ label, value, onChange }: SearchInputProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <Input
      icon={<Search />}
      aria-label={label}
      placeholder={label}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
