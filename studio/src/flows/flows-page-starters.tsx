import { CalendarClock, Hand, Sparkles, Webhook, type LucideIcon } from 'lucide-react';

import { cx } from '#ui';

import { STARTING_POINTS, useStartFrom } from './flows-page-starting-points.ts';

const ICONS: Record<string, LucideIcon> = {
  example: Sparkles,
  webhook: Webhook,
  schedule: CalendarClock,
  blank: Hand,
};

/** The example and three ways to begin; a project that has a flow, such as the example, gets the three. */
export function Starters({ hasOne }: { hasOne: boolean }) {
  const start = useStartFrom();
  const points = STARTING_POINTS.filter(({ id }) => !hasOne || id !== 'example');
  return (
    <section className="mx-auto max-w-180 pt-10">
      <h2 className="text-center text-lg font-semibold">Draw your first flow</h2>
      <p className="mb-6 text-center text-ink-2">
        A flow starts with a trigger and goes on along its wires. Begin with one of these;
        everything can be changed.
      </p>
      <ul className={cx('grid gap-3', hasOne ? 'grid-cols-3' : 'grid-cols-2')}>
        {points.map((point) => {
          const { id, name, about } = point;
          const Icon = ICONS[id] ?? Hand;
          return (
            <li key={id}>
              <button
                type="button"
                onClick={() => void start(point)}
                className="flex h-full w-full items-start gap-3 rounded-lg border border-line bg-panel p-4 text-left shadow-card transition-colors duration-100 hover:border-accent"
              >
                <span className="flex size-9 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent">
                  <Icon aria-hidden className="size-4.5" />
                </span>
                <span>
                  <span className="block font-semibold">{name}</span>
                  <span className="block text-ink-2">{about}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
