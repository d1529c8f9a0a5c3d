import type { ComponentProps, ReactNode } from 'react';

import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows a turning ring and takes no clicks. */
  busy?: boolean;
  icon?: ReactNode;
}

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-accent-fill text-white hover:bg-accent-press',
  secondary: 'border border-line-strong bg-raised text-ink hover:bg-hover',
  ghost: 'text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'bg-fail-fill text-white hover:brightness-90',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-6 gap-1 rounded-sm px-2 text-sm',
  md: 'h-8 gap-1.5 rounded-md px-3',
  lg: 'h-10 gap-2 rounded-md px-4 text-base',
};

const BASE =
  'inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap select-none transition-colors duration-100 disabled:opacity-50 disabled:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0';

/** The look of a button, for links that act like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md'): string {
  return cx(BASE, VARIANTS[variant], SIZES[size]);
}

/** A button in words. One `primary` per view. */
export function Button({ variant, size, busy, icon, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled === true || busy}
      aria-busy={busy}
      className={cx(buttonClass(variant, size), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}
