import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

import { cx } from './cx.ts';
import type { ControlProps } from './field.tsx';
import { CONTROL } from './input.tsx';
import { OPTION, POPUP } from './popup.ts';

export interface Choice<T extends string = string> {
  value: T;
  label: string;
  icon?: ReactNode;
  /** A second line. */
  hint?: string;
  disabled?: boolean;
}

interface SelectProps<T extends string> extends Partial<ControlProps> {
  choices: readonly Choice<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
  placeholder?: string;
  disabled?: boolean;
  size?: 'sm' | 'md';
  className?: string;
  'aria-label'?: string;
}

/** Picks one of a few; for many use a Combobox. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { choices, value, onChange, placeholder = 'Choose…', size, className, ...rest } = props;
  const { disabled, ...control } = rest;
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Base.Root
      value={value ?? null}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
    >
      <Base.Trigger
        {...control}
        className={cx(
          CONTROL,
          'flex items-center justify-between gap-2 text-left',
          size === 'sm' ? 'h-7 px-2' : 'h-8 px-2.5',
          className,
        )}
      >
        <span
          className={cx('flex min-w-0 items-center gap-2 [&_svg]:size-4', !chosen && 'text-ink-3')}
        >
          {chosen?.icon}
          <span className="truncate">{chosen?.label ?? value ?? placeholder}</span>
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup
            className={cx(POPUP, 'max-h-80 min-w-(--anchor-width) max-w-100 overflow-y-auto')}
          >
            {choices.map((choice) => (
              <SelectItem key={choice.value} choice={choice} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function SelectItem({ choice }: { choice: Choice }) {
  return (
    <Base.Item value={choice.value} disabled={choice.disabled} className={OPTION}>
      {choice.icon}
      <span className="min-w-0 flex-1">
        <Base.ItemText className="block truncate">{choice.label}</Base.ItemText>
        {choice.hint && <span className="block text-sm text-ink-3">{choice.hint}</span>}
      </span>
      <Base.ItemIndicator>
        <Check aria-hidden className="text-accent" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
