import {
  findOperations,
  rankOf,
  searchable,
  searchWords,
  type ConnectorSummary,
} from '@patchbay/shared/catalog';
import { isTrigger, type FlowNode, type NodeKind } from '@patchbay/shared/flows';

import type { Recipe } from './new-node.ts';
import { KINDS, PALETTE_KINDS, type ConnectorKind } from './node-kinds.ts';

/** A row of the palette: something to add, or a connector to look into. */
export interface PaletteEntry {
  id: string;
  title: string;
  help: string;
  section: string;
  kind: NodeKind;
  /** For actions and connectors: whose mark is shown. */
  connector?: ConnectorSummary;
  /** Absent: choosing it shows the connector's actions. */
  recipe?: Recipe;
}

const MOST_HITS = 60;

function kindEntry(kind: Exclude<NodeKind, ConnectorKind>): PaletteEntry {
  const { title, help, section } = KINDS[kind];
  return { id: kind, title, help, section, kind, recipe: { kind } };
}

type Operation = ConnectorSummary['actions'][number];

function triggerEntry(
  connector: ConnectorSummary,
  { id, title, description }: Operation,
): PaletteEntry {
  const { id: connectorId, name, version } = connector;
  return {
    id: `${connectorId}/on/${id}`,
    title,
    help: description ?? name,
    section: name,
    kind: 'event',
    connector,
    recipe: { kind: 'event', connector: connectorId, version, trigger: id, title },
  };
}

function actionEntry(
  connector: ConnectorSummary,
  { id, title, description }: Operation,
): PaletteEntry {
  const { id: connectorId, name, version } = connector;
  return {
    id: `${connectorId}/${id}`,
    title,
    help: description ?? name,
    section: name,
    kind: 'action',
    connector,
    recipe: { kind: 'action', connector: connectorId, version, action: id, title },
  };
}

function entryOf(connector: ConnectorSummary, operation: Operation): PaletteEntry {
  const isTriggering = connector.triggers.some((one) => one === operation);
  return isTriggering ? triggerEntry(connector, operation) : actionEntry(connector, operation);
}

export interface PaletteQuery {
  words: string;
  /** Only this connector's actions. */
  inside?: string;
  /** Ids added lately, newest first. */
  recent: string[];
  /** The node that is followed. */
  after?: FlowNode;
}

/** The rows to show, in sections. Every word must be found; hits in the title come first. */
export function findEntries(
  connectors: readonly ConnectorSummary[],
  { words: text, inside, recent, after }: PaletteQuery,
): PaletteEntry[] {
  const words = searchWords(text);
  const within = inside ? connectors.filter(({ id }) => id === inside) : connectors;
  const offers = ({ kind }: PaletteEntry): boolean =>
    after === undefined || KINDS[kind].section !== 'Triggers';
  const kinds = inside ? [] : PALETTE_KINDS.map(kindEntry).filter(offers);
  if (words.length > 0) return best({ kinds, connectors: within, words, after });
  if (inside) return within.flatMap(entriesOf).filter(offers);
  const named = [
    ...suggestions(after).map((id) => ['Suggested next', id]),
    ...recent.map((id) => ['Recent', id]),
  ];
  const shelves = named.flatMap(([section = '', id = '']) => {
    const entry = kinds.find((one) => one.id === id) ?? entryWithId(connectors, id);
    return entry && offers(entry) ? [{ ...withName(entry), id: `${section} ${id}`, section }] : [];
  });
  return [...shelves, ...kinds, ...resting(within, after)];
}

/** The best hits: kinds of nodes before actions and triggers that fit as well. */
function best({
  kinds,
  connectors,
  words,
  after,
}: {
  kinds: PaletteEntry[];
  connectors: readonly ConnectorSummary[];
  words: string[];
  after: FlowNode | undefined;
}): PaletteEntry[] {
  const wanted = { most: MOST_HITS, withoutTriggers: after !== undefined };
  const ranked = [
    ...kinds.map((entry) => ({
      rank: rankOf(searchable(entry.title, [entry.help, entry.kind]), words),
      entry,
    })),
    ...findOperations(connectors, words, wanted).map(({ connector, of, rank }) => ({
      rank,
      entry: withName(entryOf(connector, of)),
    })),
  ];
  return ranked
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST_HITS)
    .map(({ entry }) => ({ ...entry, section: 'Found' }));
}

/** Many systems create an invoice: out of its section a row says whose it is. */
function withName(entry: PaletteEntry): PaletteEntry {
  const name = entry.connector?.name;
  return name === undefined || entry.help === name
    ? entry
    : { ...entry, help: `${name} · ${entry.help}` };
}

function entriesOf(connector: ConnectorSummary): PaletteEntry[] {
  return [...connector.actions, ...connector.triggers].map((one) => entryOf(connector, one));
}

function entryWithId(
  connectors: readonly ConnectorSummary[],
  id: string,
): PaletteEntry | undefined {
  const connector = connectors.find((one) => id.startsWith(`${one.id}/`));
  return connector && entriesOf(connector).find((entry) => entry.id === id);
}

/** What people mostly put behind a step of this kind. */
function suggestions(after: FlowNode | undefined): string[] {
  if (!after) return [];
  if (after.kind === 'webhook') return ['choice', 'map', 'respond', 'loop'];
  if (isTrigger(after)) return ['http/request', 'choice', 'map', 'loop'];
  if (after.kind === 'choice') return ['http/request', 'map', 'fail', 'loop'];
  return ['http/request', 'choice', 'map', 'respond'];
}

/** Without a search a connector is one row; its actions and triggers show when it is chosen. */
function resting(
  connectors: readonly ConnectorSummary[],
  after: FlowNode | undefined,
): PaletteEntry[] {
  const useful = connectors.filter(
    ({ actions, triggers }) => actions.length > 0 || (!after && triggers.length > 0),
  );
  const rows = useful.map((connector): PaletteEntry => ({
    id: `connector ${connector.id}`,
    title: connector.name,
    help: connector.description,
    section: 'Actions by connector',
    kind: 'action',
    connector,
  }));
  return rows.toSorted((a, b) => a.title.localeCompare(b.title));
}
