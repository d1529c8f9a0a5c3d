import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';

import { useLocked } from './locked.tsx';

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean, isShift: boolean) => void;
  /** Some, not all. */
  mixed?: boolean;
  disabled?: boolean;
  /** Words beside it. */
  label?: ReactNode;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** Yes or no, in effect when the form is sent; or picks rows. */
export function Checkbox({ checked, onChange, mixed, label, ...rest }: CheckboxProps) {
  const isLocked = useLocked();
  const box = (
    <Base.Root
      {...rest}
      disabled={rest.disabled === true || isLocked}
      checked={checked}
      indeterminate={mixed}
      onCheckedChange={(next, { event }) =>
        onChange(next, 'shiftKey' in event && event.shiftKey === true)
      }
      className="inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-panel text-white data-checked:border-accent-fill data-checked:bg-accent-fill data-disabled:opacity-50 data-indeterminate:border-accent-fill data-indeterminate:bg-accent-fill"
    >
      <Base.Indicator className="flex [&_svg]:size-3">
        {mixed ? <Minus strokeWidth={3} /> : <Check strokeWidth={3} />}
      </Base.Indicator>
    </Base.Root>
  );
  if (label === undefined) return box;
  return (
    <label className="flex items-center gap-2">
      {box}
      {label}
    </label>
  );
}
