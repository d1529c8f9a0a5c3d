import { isObject, type Problem } from '#base';
import type { ErrorRule } from '#catalog';

import { CODE_REMEDIES } from './remedy-codes.ts';
import type { Mending, RemedyRule } from './remedy-rules.ts';
import { STATE_REMEDIES } from './remedy-sqlstates.ts';
import { STATUS_REMEDIES } from './remedy-statuses.ts';
import { WIRE_REMEDIES } from './remedy-wires.ts';

/** What is known about where a problem happened, so that its remedy can lead there. */
export interface RemedyContext {
  flow?: string;
  node?: string;
  connection?: string;
  /** The connector's own rules and page, when its manifest is at hand. */
  errors?: ErrorRule[];
  docsUrl?: string;
}

/** A place in the studio or outside that mends it. */
export type MendPlace =
  | { to: 'connection'; connection: string }
  | {
      to: 'node';
      flow: string;
      node: string;
      tab: 'configure' | 'input' | 'settings';
      field?: string;
    }
  | { to: 'page'; url: string };

/** What to do about a problem: its cause by name, in words, and the steps in their order. */
export interface Remedy {
  cause: string;
  title: string;
  steps: string[];
  place?: MendPlace;
  /** The same may work when it is simply done again. */
  isPassing: boolean;
}

/**
 * The remedy of a problem. What the connector knows comes first, then what the wire, the status and
 * the database's state say, then the kind of problem; there always is one.
 */
export function remedyFor(problem: Problem, context: RemedyContext = {}): Remedy {
  const own = ownRule(problem, context.errors ?? []);
  const rule = ruleOf(problem);
  const [first = problem.hint, ...further] = rule.steps;
  // The problem's own hint knows the case; the rule's first step is for when it has none.
  const steps = [own?.hint || problem.hint || first, ...further];
  const place = own?.link
    ? { to: 'page' as const, url: own.link }
    : placeOf(rule.mend, problem, context);
  return {
    cause: rule.cause,
    title: own?.title ?? rule.title,
    steps: [...new Set(steps)],
    place,
    isPassing: problem.retry !== 'never',
  };
}

function ruleOf({ code, details }: Problem): RemedyRule {
  const said = typeof details?.code === 'string' ? details.code : '';
  const status = typeof details?.status === 'number' ? details.status : undefined;
  return (
    WIRE_REMEDIES.find(({ codes }) => codes.test(said)) ??
    stateRule(said) ??
    (status === undefined ? undefined : statusRule(status)) ??
    CODE_REMEDIES[code]
  );
}

/** SQLSTATEs have five characters; the first two name the class. */
function stateRule(code: string): RemedyRule | undefined {
  if (!/^[0-9A-Z]{5}$/.test(code)) return undefined;
  return STATE_REMEDIES[code] ?? STATE_REMEDIES[code.slice(0, 2)];
}

function statusRule(status: number): RemedyRule | undefined {
  if (status < 400) return undefined;
  return STATUS_REMEDIES[status] ?? STATUS_REMEDIES[status < 500 ? 400 : 500];
}

/** What the connector's manifest, or the connector itself when it failed, says about this error. */
function ownRule(
  { details, message }: Problem,
  rules: ErrorRule[],
): Pick<ErrorRule, 'title' | 'hint' | 'link'> | undefined {
  if (!isObject(details)) return undefined;
  const { status, code, title, link, hint } = details as Record<string, unknown>;
  if (typeof title === 'string') return { title, hint: textOf(hint) ?? '', link: textOf(link) };
  return rules.find(({ when }) => {
    if (when.status && !when.status.includes(Number(status))) return false;
    if (when.code !== undefined && when.code !== code) return false;
    return when.says === undefined || message.toLowerCase().includes(when.says.toLowerCase());
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function placeOf(
  mend: Mending | undefined,
  { at }: Problem,
  { flow, node = at?.node, connection, docsUrl }: RemedyContext,
): MendPlace | undefined {
  if (mend === 'connection' && connection) return { to: 'connection', connection };
  if (mend === 'docs' && docsUrl) return { to: 'page', url: docsUrl };
  if (!flow || !node) return connection ? { to: 'connection', connection } : undefined;
  const tab =
    mend === 'settings' ? 'settings' : mend === 'input' || mend === 'docs' ? 'input' : 'configure';
  return { to: 'node', flow, node, tab, field: at?.field };
}
