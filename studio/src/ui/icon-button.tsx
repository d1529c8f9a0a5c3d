import type { ComponentProps } from 'react';

import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  shortcut?: string;
  size?: 'sm' | 'md' | 'lg';
  /** Looks pressed, for what is switched on. */
  pressed?: boolean;
  busy?: boolean;
  side?: 'top' | 'right' | 'bottom' | 'left';
}

const SIZES = { sm: 'size-6', md: 'size-8', lg: 'size-10' };

/** A button that is only an icon. */
export function IconButton(props: IconButtonProps) {
  const { label, shortcut, size = 'md', pressed, busy, side, children, className, ...rest } = props;
  return (
    <Tooltip content={label} shortcut={shortcut} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        disabled={rest.disabled === true || busy}
        className={cx(
          'inline-flex shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors duration-100 select-none hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-45 [&_svg]:size-4',
          'aria-pressed:bg-accent-soft aria-pressed:text-accent',
          SIZES[size],
          className,
        )}
      >
        {busy ? <Spinner /> : children}
      </button>
    </Tooltip>
  );
}
