import { LockMode } from '@mikro-orm/core';
import { fail } from '@patchbay/shared/base';

import type { Em } from '#db';

import { FlowEntity, type FlowRow } from './flow.entity.ts';

/** The flow's row, or a `not_found` in words. `lock` keeps others from saving until the transaction ends. */
export async function findFlow(em: Em, id: string, { lock = false } = {}): Promise<FlowRow> {
  const row = await em.findOne(
    FlowEntity,
    { id },
    lock ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {},
  );
  return (
    row ??
    fail(
      'not_found',
      'There is no such flow.',
      'It may have been deleted: look at the list of flows.',
    )
  );
}
