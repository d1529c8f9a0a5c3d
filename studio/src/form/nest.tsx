import type { ReactNode } from 'react';

interface NestProps {
  title: ReactNode;
  help?: string;
  required?: boolean;
  /** At the right end of the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Fields that belong to one object, under its name. */
export function Nest({ title, help, required, aside, children }: NestProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{title}</legend>
      <div
        aria-hidden={aside === undefined}
        className="flex min-h-5 items-center justify-between gap-2"
      >
        <span className="min-w-0 truncate font-medium text-ink-2">
          {title}
          {required && <span className="text-fail"> *</span>}
        </span>
        {aside}
      </div>
      {help && <p className="text-sm text-ink-3">{help}</p>}
      <div className="mt-1.5 flex flex-col gap-3 border-l-2 border-line pl-3">{children}</div>
    </fieldset>
  );
}
