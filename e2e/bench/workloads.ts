import { nodeSchema, wire, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';

/** What a request of the benchmark carries: ten fields and one list to count. */
export const PAYLOAD = {
  id: 4711,
  first: 'Ada',
  last: 'Lovelace',
  email: 'ada@example.com',
  street: '12 St James Square',
  city: 'London',
  amount: 129.5,
  currency: 'GBP',
  tags: ['new', 'vip'],
  active: true,
};

const TEN_FIELDS = (from: string): string => `{
  "id": ${from}.id,
  "name": ${from}.first & " " & ${from}.last,
  "email": $lowercase(${from}.email),
  "address": ${from}.street & ", " & ${from}.city,
  "amount": ${from}.amount * 1.2,
  "currency": ${from}.currency,
  "tags": $join(${from}.tags, ","),
  "vip": "vip" in ${from}.tags,
  "active": ${from}.active,
  "length": $length(${from}.first)
}`;

const SAME_FIELDS = (from: string): string =>
  `{ ${['id', 'name', 'email', 'address', 'amount', 'currency', 'tags', 'vip', 'active', 'length'].map((f) => `"${f}": ${from}.${f}`).join(', ')} }`;

interface Part {
  id: string;
  kind: FlowNode['kind'];
  [more: string]: unknown;
}

function chain(parts: Part[], inside: Part[] = []): FlowGraph {
  const nodes = [...parts, ...inside].map((part, i) =>
    nodeSchema.parse({
      key: part.id,
      title: part.id,
      position: { x: i * 300, y: 0 },
      config: {},
      ...part,
    }),
  );
  const edges = parts.slice(1).map((part, i) => wire(parts[i]?.id ?? '', 'out', part.id));
  return {
    nodes: Object.fromEntries(nodes.map((n) => [n.id, n])),
    edges: Object.fromEntries(edges.map((e) => [e.id, e])),
    vars: {},
  };
}

const hook = (answer: 'respond' | 'accepted'): Part => ({
  id: 'hook',
  kind: 'webhook',
  config: { answer, respondTimeoutMs: 120_000 },
});
const respond = (from: string): Part => ({
  id: 'answer',
  kind: 'respond',
  input: `{ "status": 200, "body": ${from} }`,
});

function callEcho(id: string, echo: string, body: string): Part {
  const config = { connector: 'http', version: '1.0.0', action: 'request' };
  return {
    id,
    kind: 'action',
    config,
    input: `{ "method": "POST", "url": "${echo}", "body": ${body} }`,
  };
}

/** The workloads of the engine, by name; `echo` is the address of a local server that echoes JSON. */
export function workloads(
  echo: string,
): Record<'W1' | 'W2' | 'W3' | 'W4' | 'W5' | 'W6', FlowGraph> {
  const maps = Array.from({ length: 10 }, (_, i): Part => ({
    id: `map${i}`,
    kind: 'map',
    input: i === 0 ? TEN_FIELDS('trigger.body') : SAME_FIELDS(`steps.map${i - 1}`),
  }));
  const map = maps[0] as Part;
  const loop: Part = {
    id: 'each',
    kind: 'loop',
    config: { concurrency: 20, onItemError: 'stop' },
    input: '[1..1000]',
  };
  return {
    W1: chain([hook('respond'), map, respond('steps.map0')]),
    W2: chain([hook('respond'), ...maps, respond('steps.map9')]),
    W3: chain([
      hook('respond'),
      callEcho('call', echo, 'trigger.body'),
      { id: 'map0', kind: 'map', input: TEN_FIELDS('steps.call.body') },
      respond('steps.map0'),
    ]),
    W4: chain([
      hook('respond'),
      {
        id: 'map0',
        kind: 'map',
        input: `trigger.body.records.${TEN_FIELDS('$')}`.replaceAll('$.', ''),
      },
      respond('{ "count": $count(steps.map0) }'),
    ]),
    W5: chain([hook('accepted'), ...maps.slice(0, 5)]),
    W6: chain(
      [hook('respond'), loop, respond('{ "count": $count(steps.each.items) }')],
      [{ ...callEcho('call', echo, '{ "n": item }'), parent: 'each' }],
    ),
  };
}

export const RECORDS = { records: Array.from({ length: 10_000 }, (_, id) => ({ ...PAYLOAD, id })) };
