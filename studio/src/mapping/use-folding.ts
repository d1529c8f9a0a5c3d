import { useDeferredValue, useState } from 'react';

/** Which rows of a tree are folded otherwise than by themselves, and what is searched for in it. */
export interface Folding {
  toggled: ReadonlySet<string>;
  toggle: (key: string) => void;
  query: string;
  typed: string;
  setQuery: (query: string) => void;
}

export function useFolding(): Folding {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [typed, setQuery] = useState('');
  const query = useDeferredValue(typed);
  const toggle = (key: string): void =>
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return { toggled, toggle, query, typed, setQuery };
}
