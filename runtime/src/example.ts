import { MAIN_PROJECT, newId } from '@patchbay/shared/base';
import { exampleGraph } from '@patchbay/shared/flows';

import type { Db } from '#db';
import { FlowEntity } from '#flows';

/** Puts the example flow into an installation that nobody has set up yet. */
export async function addExample(db: Db, now: number): Promise<void> {
  if ((await db.query('select id from "user" limit 1')).length > 0) return;
  await db.unit(async (em) => {
    if ((await em.count(FlowEntity)) > 0) return;
    const row = {
      id: newId(now),
      projectId: MAIN_PROJECT,
      name: 'Example: price the orders',
      folder: '',
      graph: exampleGraph(),
      retention: {},
    };
    em.persist(
      em.create(FlowEntity, { ...row, createdAt: now, updatedAt: now, updatedBy: 'Patchbay' }),
    );
  });
}
