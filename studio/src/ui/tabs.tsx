import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

import { cx } from './cx.ts';

export interface TabItem<T extends string = string> {
  value: T;
  label: ReactNode;
  content: ReactNode;
  /** A count or mark after the label. */
  badge?: ReactNode;
}

interface TabsProps<T extends string> {
  items: readonly TabItem<T>[];
  value: T;
  onChange: (value: T) => void;
  /** What the tabs are about, for screen readers. */
  label: string;
  className?: string;
}

/** Several views of one thing; only the chosen one is drawn. */
export function Tabs<T extends string>({ items, value, onChange, label, className }: TabsProps<T>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className={cx('flex min-h-0 flex-col', className)}
    >
      <Base.List
        aria-label={label}
        className="relative flex shrink-0 gap-4 overflow-x-auto border-b border-line px-4"
      >
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            className="flex h-9 items-center gap-1.5 font-medium whitespace-nowrap text-ink-3 transition-colors duration-100 select-none hover:text-ink data-active:text-ink"
          >
            {item.label}
            {item.badge}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent transition-all duration-150" />
      </Base.List>
      {items.map((item) => (
        <Base.Panel
          key={item.value}
          value={item.value}
          className="min-h-0 flex-1 overflow-auto outline-none"
        >
          {item.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
