import type { ClusterMetadata } from '@platformatic/kafka';

import { invalidInput, unavailable } from '#sdk';

import { committedRecords } from './committed-records.ts';
import { type KafkaMessage, toMessage } from './message.ts';
import type { Kafka } from './with-kafka.ts';

const READ_COMMITTED = 1;
const WAIT_MS = 500;
const MOST_BYTES = 8 * 1024 * 1024;
/** What stands for a time when offsets are asked for. */
export const [NEWEST, OLDEST] = [-1n, -2n];

/** Offsets by partition. */
export type Offsets = Map<number, bigint>;

/** Where a topic's partitions are. */
interface Place {
  name: string;
  cluster: ClusterMetadata;
  /** The broker that leads each partition. */
  leaders: Map<number, number>;
}

/** Finds a topic; refuses one that the cluster does not have. */
export async function findTopic({ admin }: Kafka, name: string): Promise<Place> {
  const cluster = await admin.metadata({ topics: [name], autocreateTopics: false });
  const found = cluster.topics.get(name);
  if (!found || found.partitionsCount === 0)
    throw invalidInput(`There is no topic "${name}".`, {
      hint: 'Check the name, or create the topic first.',
      field: 'topic',
    });
  return {
    name,
    cluster,
    leaders: new Map(found.partitions.map(({ leader }, partition) => [partition, leader])),
  };
}

/**
 * For each partition the first offset from a time on: `NEWEST` is behind the last message, `OLDEST`
 * the first that is kept. A time after the last message gives what `NEWEST` gives.
 */
export async function offsetsAt(kafka: Kafka, place: Place, time: bigint): Promise<Offsets> {
  const { listOffsetsV2 } = await import('@platformatic/kafka');
  const found: Offsets = new Map();
  await Promise.all(
    byLeader(place, [...place.leaders.keys()]).map(async ([broker, partitions]) => {
      const connection = await kafka.open(broker);
      const asked = partitions.map((partitionIndex) => ({
        partitionIndex,
        currentLeaderEpoch: -1,
        timestamp: time,
      }));
      const topics = [{ name: place.name, partitions: asked }];
      const answer = await listOffsetsV2.api.async(connection, -1, READ_COMMITTED, topics);
      for (const { partitionIndex, offset } of answer.topics[0]?.partitions ?? [])
        found.set(partitionIndex, offset);
    }),
  );
  if (time === NEWEST || ![...found.values()].includes(-1n)) return found;
  const newest = await offsetsAt(kafka, place, NEWEST);
  return new Map([...found].map(([at, offset]) => [at, offset < 0n ? newest.get(at)! : offset]));
}

/** What was read, and where to go on. */
export interface Read {
  messages: KafkaMessage[];
  next: Offsets;
}

/** Reads messages from these offsets to the present end of the topic, or as many as wanted. */
export async function readTopic(
  kafka: Kafka,
  place: Place,
  { from, most }: { from: Offsets; most: number },
): Promise<Read> {
  const ends = await offsetsAt(kafka, place, NEWEST);
  const next: Offsets = new Map(from);
  const messages: KafkaMessage[] = [];
  const waiting = (): number[] => [...next.keys()].filter((at) => next.get(at)! < ends.get(at)!);
  for (let open = waiting(); open.length > 0 && messages.length < most; open = waiting()) {
    const before = [...next.values()].join();
    for (const [broker, partitions] of byLeader(place, open))
      await readPartitions(kafka, { place, broker, partitions, next, messages, most });
    // A log that gives nothing below its end: it is asked again at another time.
    if ([...next.values()].join() === before) break;
  }
  messages.sort((a, b) => a.time.localeCompare(b.time));
  return { messages, next };
}

interface Reading {
  place: Place;
  broker: Broker;
  partitions: number[];
  next: Offsets;
  messages: KafkaMessage[];
  most: number;
}
type Broker = Parameters<Kafka['open']>[0];

async function readPartitions(
  kafka: Kafka,
  { place, broker, partitions, next, messages, most }: Reading,
): Promise<void> {
  const { fetchV11 } = await import('@platformatic/kafka');
  const asked = partitions.map((partition) => ({
    partition,
    currentLeaderEpoch: -1,
    fetchOffset: next.get(partition)!,
    lastFetchedEpoch: -1,
    partitionMaxBytes: MOST_BYTES,
  }));
  const connection = await kafka.open(broker);
  // Session 0, epoch -1: a single question, for which the broker keeps nothing.
  const options = [WAIT_MS, 1, MOST_BYTES, READ_COMMITTED, 0, -1] as const;
  const topics = [{ topicId: place.name, partitions: asked }];
  const answer = await fetchV11.api.async(connection, ...options, topics, [], '');
  for (const part of answer.responses[0]?.partitions ?? []) {
    const { partitionIndex: partition, records, abortedTransactions } = part;
    const from = next.get(partition)!;
    const found = committedRecords(records ?? [], abortedTransactions ?? [], from);
    const taken = found.records.slice(0, most - messages.length);
    messages.push(
      ...taken.map(({ record, ...at }) =>
        toMessage(record, { ...at, topic: place.name, partition }),
      ),
    );
    const isWhole = taken.length === found.records.length;
    next.set(partition, isWhole ? found.next : (taken.at(-1)?.offset ?? from - 1n) + 1n);
  }
}

function byLeader({ name, cluster, leaders }: Place, partitions: number[]): [Broker, number[]][] {
  const groups = Map.groupBy(partitions, (partition) => leaders.get(partition) ?? -1);
  return [...groups].map(([id, led]) => {
    const broker = cluster.brokers.get(id);
    if (!broker) throw unavailable(`Partition ${led[0]} of ${name} has no leader now.`);
    return [broker, led];
  });
}
