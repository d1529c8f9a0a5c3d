import { Switch as Base } from '@base-ui/react/switch';

import { cx } from './cx.ts';
import { useLocked } from './locked.tsx';

interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-labelledby'?: string;
  'aria-invalid'?: true;
}

/** On or off, in effect at once. */
export function Switch({ checked, onChange, ...rest }: SwitchProps) {
  const isLocked = useLocked();
  return (
    <Base.Root
      {...rest}
      disabled={rest.disabled === true || isLocked}
      checked={checked}
      onCheckedChange={onChange}
      className={cx(
        'relative inline-flex h-4.5 w-8 shrink-0 rounded-full bg-control p-0.5 transition-colors duration-100 data-checked:bg-accent-fill data-disabled:opacity-50',
      )}
    >
      <Base.Thumb className="size-3.5 rounded-full bg-white transition-transform duration-100 data-checked:translate-x-3.5" />
    </Base.Root>
  );
}
