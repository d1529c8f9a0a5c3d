import type { ConnectorSummary } from '@patchbay/shared/catalog';
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
  /** Lower-case text that is searched. */
  words: string;
}

const MOST_HITS = 60;

/** Everything that can be added, kinds first. */
export function paletteEntries(connectors: readonly ConnectorSummary[]): PaletteEntry[] {
  return [
    ...PALETTE_KINDS.map(kindEntry),
    ...connectors.flatMap(actionEntries),
    ...connectors.flatMap(triggerEntries),
  ];
}

function kindEntry(kind: Exclude<NodeKind, ConnectorKind>): PaletteEntry {
  const { title, help, section } = KINDS[kind];
  const words = `${title} ${help} ${kind}`.toLowerCase();
  return { id: kind, title, help, section, kind, recipe: { kind }, words };
}

function triggerEntries(connector: ConnectorSummary): PaletteEntry[] {
  const { id: connectorId, name, version } = connector;
  return connector.triggers.map(({ id, title, description, tags = [] }) => ({
    id: `${connectorId}/on/${id}`,
    title,
    help: description ?? name,
    section: name,
    kind: 'event',
    connector,
    recipe: { kind: 'event', connector: connectorId, version, trigger: id, title },
    words: [name, connectorId, title, id, 'trigger', ...tags, description ?? '']
      .join(' ')
      .toLowerCase(),
  }));
}

function actionEntries(connector: ConnectorSummary): PaletteEntry[] {
  return connector.actions.map((action) => ({
    id: `${connector.id}/${action.id}`,
    title: action.title,
    help: action.description ?? connector.name,
    section: connector.name,
    kind: 'action',
    connector,
    recipe: {
      kind: 'action',
      connector: connector.id,
      version: connector.version,
      action: action.id,
      title: action.title,
    },
    words: [
      connector.name,
      connector.id,
      action.title,
      action.id,
      ...(action.tags ?? []),
      action.description ?? '',
    ]
      .join(' ')
      .toLowerCase(),
  }));
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
export function findEntries(all: PaletteEntry[], query: PaletteQuery): PaletteEntry[] {
  const words = query.words.toLowerCase().split(/\s+/).filter(Boolean);
  const within = query.inside ? all.filter((e) => e.connector?.id === query.inside) : all;
  const offered = query.after ? within.filter((e) => KINDS[e.kind].section !== 'Triggers') : within;
  if (words.length > 0) return best(offered, words);
  if (query.inside) return offered;
  return [
    ...shelf(offered, 'Suggested next', suggestions(query.after)),
    ...shelf(offered, 'Recent', query.recent),
    ...resting(offered),
  ];
}

function best(entries: PaletteEntry[], words: string[]): PaletteEntry[] {
  const score = ({ title, words: text }: PaletteEntry): number => {
    if (!words.every((word) => text.includes(word))) return 0;
    const name = title.toLowerCase();
    if (name.startsWith(words[0] ?? '')) return 3;
    return words.some((word) => name.includes(word)) ? 2 : 1;
  };
  return entries
    .map((entry) => ({ entry, rank: score(entry) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST_HITS)
    .map(({ entry }) => ({ ...entry, section: 'Found' }));
}

function shelf(entries: PaletteEntry[], section: string, ids: string[]): PaletteEntry[] {
  const found = ids.map((id) => entries.find((entry) => entry.id === id));
  return found
    .filter((e) => e !== undefined)
    .map((e) => ({ ...e, id: `${section} ${e.id}`, section }));
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
function resting(entries: PaletteEntry[]): PaletteEntry[] {
  const kinds = entries.filter((entry) => !entry.connector);
  const connectors = new Map(
    entries.flatMap((e) => (e.connector ? [[e.connector.id, e.connector]] : [])),
  );
  const rows = [...connectors.values()].map((connector): PaletteEntry => ({
    id: `connector ${connector.id}`,
    title: connector.name,
    help: connector.description,
    section: 'Actions by connector',
    kind: 'action',
    connector,
    words: '',
  }));
  return [...kinds, ...rows.toSorted((a, b) => a.title.localeCompare(b.title))];
}
