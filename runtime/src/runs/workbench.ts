import { fail } from '@patchbay/shared/base';
import { isPinnable, type Workbench } from '@patchbay/shared/runs';

import type { Query } from '#db';
import { findFlow } from '#flows';
import type { Ctx } from '#http';

const PINS_BYTES = 4 * 1024 * 1024;

interface Row {
  pins: string;
  breakpoints: string;
}

/** Pinned outputs and breakpoints of a draft; nothing of them reaches a version. */
export async function readWorkbench(query: Query, flow: string): Promise<Workbench> {
  const [row] = await query<Row>('select pins, breakpoints from workbench where flow_id = ?', [
    flow,
  ]);
  return {
    pins: JSON.parse(row?.pins ?? '{}') as Workbench['pins'],
    breakpoints: JSON.parse(row?.breakpoints ?? '[]') as string[],
  };
}

interface Change {
  id: string;
  pins: Record<string, { output?: unknown } | null>;
  breakpoints: Record<string, boolean>;
}

/** Changes what is named; a node that the draft no longer has falls out. */
export async function changeWorkbench(ctx: Ctx, change: Change): Promise<Workbench> {
  const { graph } = await findFlow(ctx.em, change.id, { lock: true });
  const before = await readWorkbench(ctx.query, change.id);
  const isKnown = (id: string): boolean => graph.nodes[id] !== undefined;
  const pins = Object.entries({ ...before.pins, ...change.pins }).filter(
    ([id, pin]) => pin !== null && isPinnable(graph.nodes[id]),
  );
  const stops = new Set(before.breakpoints.filter(isKnown));
  for (const [id, on] of Object.entries(change.breakpoints)) {
    if (on && isKnown(id)) stops.add(id);
    else stops.delete(id);
  }
  const now = { pins: Object.fromEntries(pins), breakpoints: [...stops] } as Workbench;
  const text = JSON.stringify(now.pins);
  if (text.length > PINS_BYTES)
    fail('too_large', 'The pinned outputs are larger than 4 MB together.', 'Pin a smaller sample.');
  await ctx.query(
    `insert into workbench (flow_id, pins, breakpoints) values (?, ?, ?)
     on conflict (flow_id) do update set pins = excluded.pins, breakpoints = excluded.breakpoints`,
    [change.id, text, JSON.stringify(now.breakpoints)],
  );
  ctx.audit(`flow:${change.id}`, {
    pins: Object.keys(change.pins),
    breakpoints: Object.keys(change.breakpoints),
  });
  return now;
}
