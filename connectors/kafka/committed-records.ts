import type { KafkaRecord, RecordsBatch } from '@platformatic/kafka';

const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;

/** A producer's transaction that was given up, from this offset on. */
export interface Aborted {
  producerId: bigint;
  firstOffset: bigint;
}

/** A record with its place in the log. */
export interface Placed {
  record: KafkaRecord;
  offset: bigint;
  at: bigint;
}

/** What an answer of the log holds. */
export interface Committed {
  records: Placed[];
  /** The offset behind all that the answer holds, records or not. */
  next: bigint;
}

/**
 * The records that count, from an offset on: without the marks of transactions and without what
 * belongs to one that was given up. A batch can begin before the offset that was asked for.
 */
export function committedRecords(
  batches: RecordsBatch[],
  aborted: Aborted[],
  from: bigint,
): Committed {
  const givenUp = aborted.toSorted((a, b) => Number(a.firstOffset - b.firstOffset));
  const active = new Set<bigint>();
  const records: Placed[] = [];
  let next = from;
  for (const batch of batches) {
    const last = batch.firstOffset + BigInt(batch.lastOffsetDelta);
    while (givenUp[0] && givenUp[0].firstOffset <= last) active.add(givenUp.shift()!.producerId);
    if (last >= next) next = last + 1n;
    if (batch.attributes & CONTROL) active.delete(batch.producerId);
    else if (!(batch.attributes & TRANSACTIONAL) || !active.has(batch.producerId))
      records.push(...placed(batch, from));
  }
  return { records, next };
}

function placed({ records, firstOffset, firstTimestamp }: RecordsBatch, from: bigint): Placed[] {
  return records
    .map((record) => ({
      record,
      offset: firstOffset + BigInt(record.offsetDelta),
      at: firstTimestamp + record.timestampDelta,
    }))
    .filter(({ offset }) => offset >= from);
}
