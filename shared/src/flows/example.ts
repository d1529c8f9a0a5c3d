import { wire } from './edits.ts';
import type { FlowGraph } from './graph.ts';
import { nodeSchema, type FlowNode } from './node.ts';

type Draft = Pick<FlowNode, 'id' | 'kind' | 'title'> & {
  at: [number, number];
  parent?: string;
  [more: string]: unknown;
};

function node({ at, id, ...rest }: Draft): FlowNode {
  return nodeSchema.parse({ id, key: id, position: { x: at[0], y: at[1] }, ...rest });
}

const ORDERS = `[
  { "id": "A-100", "customer": "Aster Labs", "lines": [{ "sku": "desk", "qty": 4, "price": 320 }] },
  { "id": "A-101", "customer": "Birch & Co", "lines": [{ "sku": "lamp", "qty": 2, "price": 45 }, { "sku": "chair", "qty": 1, "price": 180 }] },
  { "id": "A-102", "customer": "Cedar Foods", "lines": [{ "sku": "desk", "qty": 1, "price": 320 }] }
]`;

function startNodes(): FlowNode[] {
  return [
    node({ id: 'start', kind: 'manual', title: 'Run by hand', at: [0, 120], config: {} }),
    node({ id: 'hook', kind: 'webhook', title: 'Orders arrive', at: [0, 240], config: {} }),
    node({
      id: 'orders',
      kind: 'map',
      title: 'Orders',
      at: [290, 180],
      config: {},
      input: `/* What arrived, or three examples when the flow is run by hand. */\n$exists(trigger.body.orders) ? trigger.body.orders : ${ORDERS}`,
    }),
    node({
      id: 'each_order',
      kind: 'loop',
      title: 'Each order',
      at: [580, 120],
      size: { width: 330, height: 170 },
      config: { concurrency: 4, onItemError: 'collect' },
      input: 'steps.orders',
    }),
    node({
      id: 'price',
      kind: 'map',
      title: 'Price it',
      at: [64, 80],
      parent: 'each_order',
      config: {},
      input:
        '{\n  "id": item.id,\n  "customer": item.customer,\n  "total": $sum(item.lines.(qty * price))\n}',
    }),
  ];
}

function endNodes(): FlowNode[] {
  return [
    node({
      id: 'summary',
      kind: 'map',
      title: 'Sum up',
      at: [970, 180],
      config: {},
      input:
        '{\n  "orders": $count(steps.each_order.items),\n  "total": $sum(steps.each_order.items.total),\n  "biggest": steps.each_order.items^(>total)[0].customer\n}',
    }),
    node({
      id: 'is_big',
      kind: 'choice',
      title: 'A big day?',
      at: [1260, 180],
      config: { cases: [{ id: 'big', label: 'Over 1,000', when: 'steps.summary.total > 1000' }] },
    }),
    node({
      id: 'celebrate',
      kind: 'map',
      title: 'Tell sales',
      at: [1560, 110],
      config: {},
      input:
        '{ "message": "A big day: " & steps.summary.total & " in " & steps.summary.orders & " orders" }',
    }),
    node({
      id: 'file_it',
      kind: 'map',
      title: 'File it',
      at: [1560, 270],
      config: {},
      input: '{ "message": "Filed: " & steps.summary.total }',
    }),
  ];
}

/**
 * The flow a new installation shows: it needs no account and no network, and has the shapes most
 * flows have. Orders come in, each is priced in a loop, and the total decides the way on.
 */
export function exampleGraph(): FlowGraph {
  const nodes = [...startNodes(), ...endNodes()];
  const edges = [
    wire('start', 'out', 'orders'),
    wire('hook', 'out', 'orders'),
    wire('orders', 'out', 'each_order'),
    wire('each_order', 'item', 'price'),
    wire('each_order', 'out', 'summary'),
    wire('summary', 'out', 'is_big'),
    wire('is_big', 'big', 'celebrate'),
    wire('is_big', 'else', 'file_it'),
  ];
  return {
    nodes: Object.fromEntries(nodes.map((n) => [n.id, n])),
    edges: Object.fromEntries(edges.map((e) => [e.id, e])),
    vars: {},
  };
}
