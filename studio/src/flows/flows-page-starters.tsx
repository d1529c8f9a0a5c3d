import { CalendarClock, Hand, Sparkles, Webhook, type LucideIcon } from 'lucide-react';

import { useCreateFlow } from './flows-page-commands.ts';
import { STARTING_POINTS } from './flows-page-start-graphs.ts';

const ICONS: Record<string, LucideIcon> = {
  example: Sparkles,
  webhook: Webhook,
  schedule: CalendarClock,
  blank: Hand,
};

/** For a project without flows: the example and three ways to begin. */
export function Starters() {
  const create = useCreateFlow();
  return (
    <section className="mx-auto max-w-180 pt-10">
      <h2 className="text-center text-lg font-semibold">Draw your first flow</h2>
      <p className="mb-6 text-center text-ink-2">
        A flow starts with a trigger and goes on along its wires. Begin with one of these;
        everything can be changed.
      </p>
      <ul className="grid grid-cols-2 gap-3">
        {STARTING_POINTS.map(({ id, name, about, graph }) => {
          const Icon = ICONS[id] ?? Hand;
          return (
            <li key={id}>
              <button
                type="button"
                onClick={() => create(name, graph())}
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
