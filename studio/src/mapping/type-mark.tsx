import { Braces, CircleSlash, Hash, List, ToggleLeft, Type, Asterisk } from 'lucide-react';

import type { ValueType } from './source-tree.ts';

const ICONS = {
  text: Type,
  number: Hash,
  'yes/no': ToggleLeft,
  list: List,
  object: Braces,
  nothing: CircleSlash,
  anything: Asterisk,
};

/** What kind of value it is, as a small picture with a word. */
export function TypeMark({ type }: { type: ValueType }) {
  const Icon = ICONS[type];
  return (
    <span title={type} className="flex shrink-0 text-ink-3">
      <Icon aria-hidden className="size-3.5" />
      <span className="sr-only">{type}</span>
    </span>
  );
}
