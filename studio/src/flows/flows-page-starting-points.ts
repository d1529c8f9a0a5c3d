import { useCreateFlow } from './flows-page-commands.ts';

/** A way to begin. */
export interface StartingPoint {
  id: string;
  name: string;
  about: string;
}

/** What an empty project offers; the graphs are loaded when one is chosen. */
export const STARTING_POINTS: StartingPoint[] = [
  {
    id: 'example',
    name: 'Example: price the orders',
    about: 'A complete flow with a loop and a choice. Runs at once, needs no account.',
  },
  {
    id: 'webhook',
    name: 'Answer a webhook',
    about: 'Another system calls an address of yours and gets an answer.',
  },
  {
    id: 'schedule',
    name: 'Work on a schedule',
    about: 'Something happens every morning, hour or minute.',
  },
  {
    id: 'blank',
    name: 'Start from nothing',
    about: 'A flow that you start by hand; draw the rest.',
  },
];

/** Makes a flow of a starting point and opens it. */
export function useStartFrom(): (point: StartingPoint, folder?: string) => Promise<void> {
  const create = useCreateFlow();
  return async ({ id, name }, folder) => {
    const { START_GRAPHS } = await import('./flows-page-start-graphs.ts');
    create({ name: id === 'blank' ? 'Untitled flow' : name, graph: START_GRAPHS[id]?.(), folder });
  };
}
