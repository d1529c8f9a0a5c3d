import type { FlowNode, NodeKind } from '@patchbay/shared/flows';
import {
  Boxes,
  CalendarClock,
  CornerUpLeft,
  GitMerge,
  Hourglass,
  MousePointerClick,
  OctagonX,
  Phone,
  Plug,
  Radar,
  Repeat,
  Shuffle,
  Split,
  StickyNote,
  Webhook,
  Workflow,
  type LucideIcon,
} from 'lucide-react';

import { formatDuration } from '#lib';

import { cronWords } from './cron-words.ts';
import { failWords, mapWords, respondWords, shorten } from './input-words.ts';

/** What a step kind is called, what it does in one sentence, and how its tile looks. */
export interface KindFacts {
  title: string;
  help: string;
  icon: LucideIcon;
  /** The tile's colour, dark enough for white marks. */
  color: string;
  /** Where the palette lists it. */
  section: 'Triggers' | 'Logic' | 'Data' | 'Canvas' | 'Actions';
}

const TRIGGER = '#3f56d8';
const LOGIC = '#7a3fc4';
const DATA = '#0f766e';
const STOP = '#b4313c';
const PLAIN = '#5c6371';

export const KINDS: Record<NodeKind, KindFacts> = {
  manual: {
    title: 'Start by hand',
    help: 'Runs when somebody presses Test run or Start.',
    icon: MousePointerClick,
    color: TRIGGER,
    section: 'Triggers',
  },
  webhook: {
    title: 'Webhook',
    help: 'Runs when a request arrives at its address.',
    icon: Webhook,
    color: TRIGGER,
    section: 'Triggers',
  },
  schedule: {
    title: 'Schedule',
    help: 'Runs at times you set.',
    icon: CalendarClock,
    color: TRIGGER,
    section: 'Triggers',
  },
  called: {
    title: 'Called by a flow',
    help: 'Runs when another flow calls this one.',
    icon: Phone,
    color: TRIGGER,
    section: 'Triggers',
  },
  event: {
    title: 'Trigger of a connector',
    help: 'Runs once for each new item or event of another system.',
    icon: Radar,
    color: TRIGGER,
    section: 'Triggers',
  },
  choice: {
    title: 'Choice',
    help: 'Goes on by the first case that is true.',
    icon: Split,
    color: LOGIC,
    section: 'Logic',
  },
  loop: {
    title: 'Loop',
    help: 'Runs the steps inside it once per item of a list.',
    icon: Repeat,
    color: LOGIC,
    section: 'Logic',
  },
  join: {
    title: 'Join',
    help: 'Waits for several branches and goes on as one.',
    icon: GitMerge,
    color: LOGIC,
    section: 'Logic',
  },
  wait: {
    title: 'Wait',
    help: 'Pauses for a time, or until one.',
    icon: Hourglass,
    color: LOGIC,
    section: 'Logic',
  },
  call: {
    title: 'Call a flow',
    help: 'Runs another flow and goes on with what it gives.',
    icon: Workflow,
    color: LOGIC,
    section: 'Logic',
  },
  fail: {
    title: 'Fail',
    help: 'Ends the branch with an error in your words.',
    icon: OctagonX,
    color: STOP,
    section: 'Logic',
  },
  map: {
    title: 'Map',
    help: 'Makes a value from what came before.',
    icon: Shuffle,
    color: DATA,
    section: 'Data',
  },
  respond: {
    title: 'Respond',
    help: 'Answers the request that started the run.',
    icon: CornerUpLeft,
    color: DATA,
    section: 'Data',
  },
  action: {
    title: 'Action',
    help: 'Does something in another system.',
    icon: Plug,
    color: PLAIN,
    section: 'Actions',
  },
  note: {
    title: 'Note',
    help: 'Words on the canvas; never runs.',
    icon: StickyNote,
    color: PLAIN,
    section: 'Canvas',
  },
  group: {
    title: 'Group',
    help: 'Keeps nodes together and folds them away.',
    icon: Boxes,
    color: PLAIN,
    section: 'Canvas',
  },
};

/** Kinds that come with a connector; the palette offers its operations instead. */
export type ConnectorKind = 'action' | 'event';

/** The kinds the palette offers, in its order. */
export const PALETTE_KINDS = (Object.keys(KINDS) as NodeKind[]).filter(
  (kind): kind is Exclude<NodeKind, ConnectorKind> => kind !== 'action' && kind !== 'event',
);

/** One line that says what a step does; names come from the catalogue and the connections. */
export function lineOf(
  node: FlowNode,
  names: { action?: string; place?: string; flow?: string },
): string {
  switch (node.kind) {
    case 'event':
      return [names.action ?? node.config.trigger, names.place].filter(Boolean).join(' · ');
    case 'action':
      return [names.action ?? node.config.action, names.place].filter(Boolean).join(' · ');
    case 'webhook':
      return `${node.config.methods.join(', ') || 'Any method'} · ${node.config.answer === 'respond' ? 'waits for Respond' : 'answers at once'}`;
    case 'schedule':
      return node.config.mode === 'cron'
        ? `${cronWords(node.config.cron)} · ${node.config.timeZone}`
        : `Every ${formatDuration(node.config.everySeconds * 1000)}`;
    case 'choice':
      return `${node.config.cases.length} ${node.config.cases.length === 1 ? 'case' : 'cases'}, then otherwise`;
    case 'loop':
      return `For each of ${shorten(node.input)} · ${node.config.concurrency} at once`;
    case 'join':
      return node.config.mode === 'all' ? 'Waits for every wire' : 'Goes on with the first';
    case 'wait':
      return waitWords(node.config.mode, node.input);
    case 'call':
      return names.flow ?? (node.config.flow ? 'Another flow' : 'No flow chosen yet');
    case 'map':
      return mapWords(node.input);
    case 'respond':
      return respondWords(node.input);
    case 'fail':
      return failWords(node.input);
    case 'note':
      return shorten(node.config.text);
    case 'manual':
    case 'called':
    case 'group':
    default:
      return KINDS[node.kind].help;
  }
}

function waitWords(mode: 'for' | 'until', input: string): string {
  if (mode === 'until') return `Until ${shorten(input)}`;
  const seconds = Number(input);
  return input.trim() === '' || Number.isNaN(seconds)
    ? `Seconds: ${shorten(input)}`
    : `For ${formatDuration(seconds * 1000)}`;
}
