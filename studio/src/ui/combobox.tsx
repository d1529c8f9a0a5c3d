import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';

import { cx } from './cx.ts';
import type { ControlProps } from './field.tsx';
import { CONTROL } from './input.tsx';
import { OPTION, POPUP } from './popup.ts';
import type { Choice } from './select.tsx';

interface ComboboxProps extends Partial<ControlProps> {
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Said when nothing matches what was typed. */
  empty?: string;
  disabled?: boolean;
  size?: 'sm' | 'md';
  'aria-label'?: string;
}

/** Picks one of many by typing a part of its name. */
export function Combobox(props: ComboboxProps) {
  const { choices, value, onChange, placeholder, empty = 'Nothing matches.', ...rest } = props;
  const { size, disabled, ...control } = rest;
  const chosen = choices.find((choice) => choice.value === value) ?? null;
  return (
    <Base.Root<Choice>
      items={choices as Choice[]}
      value={chosen}
      onValueChange={(next) => next && onChange(next.value)}
      itemToStringLabel={(choice) => choice.label}
      isItemEqualToValue={(a, b) => a.value === b.value}
      disabled={disabled}
    >
      <div className="relative">
        <Base.Input
          {...control}
          placeholder={placeholder ?? 'Type to search…'}
          className={cx(CONTROL, 'pr-8', size === 'sm' ? 'h-7 px-2' : 'h-8 px-2.5')}
        />
        <Base.Trigger
          aria-label="Show all choices"
          title="Show all choices"
          className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-ink-3"
        >
          <ChevronDown aria-hidden className="size-3.5" />
        </Base.Trigger>
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className={cx(POPUP, 'max-h-80 w-(--anchor-width) overflow-y-auto')}>
            <Base.Empty className="px-2 text-ink-3 not-empty:py-1">{empty}</Base.Empty>
            <Base.List>
              {(choice: Choice) => <ComboboxItem key={choice.value} choice={choice} />}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function ComboboxItem({ choice }: { choice: Choice }) {
  return (
    <Base.Item value={choice} disabled={choice.disabled} className={OPTION}>
      {choice.icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{choice.label}</span>
        {choice.hint && <span className="block truncate text-sm text-ink-3">{choice.hint}</span>}
      </span>
      <Base.ItemIndicator>
        <Check aria-hidden className="text-accent" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
