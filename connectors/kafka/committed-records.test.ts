import { describe, expect, it } from 'vitest';

import { committedRecords } from './committed-records.ts';

type Batches = Parameters<typeof committedRecords>[0];

/** A batch of as many records as named, whose offsets begin here. */
function batch(firstOffset: bigint, values: string[], more: object = {}): Batches[number] {
  const records = values.map((value, offsetDelta) => ({
    length: 0,
    attributes: 0,
    timestampDelta: BigInt(offsetDelta),
    offsetDelta,
    key: null,
    value: Buffer.from(value),
    headers: [],
  }));
  const lastOffsetDelta = values.length - 1;
  const rest = { length: 0, partitionLeaderEpoch: 0, magic: 2, crc: 0, firstSequence: 0 };
  const times = { firstTimestamp: 1_000n, maxTimestamp: 1_000n };
  const producer = { producerId: -1n, producerEpoch: 0, attributes: 0 };
  return { ...rest, ...times, ...producer, firstOffset, lastOffsetDelta, records, ...more };
}

const texts = ({ records }: ReturnType<typeof committedRecords>): string[] =>
  records.map(({ record }) => String(record.value));

describe('the records of a log', () => {
  it('begin where they were asked for, though the batch begins before', () => {
    const found = committedRecords([batch(4n, ['a', 'b', 'c'])], [], 5n);
    expect(texts(found)).toEqual(['b', 'c']);
    expect(found.records[0]).toMatchObject({ offset: 5n, at: 1_001n });
    expect(found.next).toBe(7n);
  });

  it('leave out a transaction that was given up, its mark, and nothing else', () => {
    const [ours, theirs] = [
      { producerId: 1n, attributes: 0x10 },
      { producerId: 2n, attributes: 0x10 },
    ];
    const log = [
      batch(0n, ['kept before'], ours),
      batch(1n, ['given up'], theirs),
      batch(2n, ['kept beside'], ours),
      batch(3n, ['mark'], { ...theirs, attributes: 0x30 }),
      batch(4n, ['kept after'], theirs),
    ];
    const found = committedRecords(log, [{ producerId: 2n, firstOffset: 1n }], 0n);
    expect(texts(found)).toEqual(['kept before', 'kept beside', 'kept after']);
    expect(found.next).toBe(5n);
  });

  it('go on behind what holds nothing to give', () => {
    const mark = batch(9n, ['mark'], { producerId: 1n, attributes: 0x30 });
    expect(committedRecords([mark], [], 9n)).toEqual({ records: [], next: 10n });
    expect(committedRecords([], [], 9n)).toEqual({ records: [], next: 9n });
  });
});
