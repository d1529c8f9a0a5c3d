import type { JsonSchema } from '@patchbay/shared/catalog';

import type { SourceNode } from './source-tree.ts';
import type { TargetNode } from './target-tree.ts';

/** A source that may fit a target, between 0 and 1. */
export interface Suggestion {
  node: SourceNode;
  score: number;
}

/** Below this nobody would have thought of it. */
export const WORTH_SAYING = 0.45;

/** Names people use for the same thing, by what we call it. */
const SAME: readonly string[][] = [
  ['quantity', 'qty', 'amount', 'count'],
  ['price', 'unitprice', 'unitamount', 'rate', 'cost'],
  ['description', 'title', 'name', 'text', 'label', 'summary'],
  ['email', 'mail', 'emailaddress'],
  ['phone', 'telephone', 'mobile', 'phonenumber'],
  ['id', 'key', 'number', 'code', 'reference', 'sku'],
  ['customer', 'contact', 'client', 'account', 'company'],
  ['date', 'day', 'created', 'createdat', 'issued', 'placed'],
  ['line', 'item', 'position', 'entry'],
  ['zip', 'postcode', 'postalcode'],
  ['currency', 'currencycode'],
];

/** The best sources for a target, by name, type and sample. */
export function suggestSources(
  target: TargetNode,
  sources: readonly SourceNode[],
  most = 5,
): Suggestion[] {
  return sources
    .map((node) => ({ node, score: scoreOf(node, target) }))
    .filter(({ score }) => score >= WORTH_SAYING)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most);
}

/** How well a source fits: names weigh most, a wrong type takes half of it away. */
export function scoreOf(source: SourceNode, target: TargetNode): number {
  const name = nameScore(source, target);
  if (name === 0) return 0;
  const fits = typeScore(source, target);
  return (name * 0.8 + sampleScore(source.sample, target.schema) * 0.2) * fits;
}

/** The field's name and its title are two tries. */
function nameScore(source: SourceNode, target: TargetNode): number {
  const name = target.path.findLast((part) => typeof part === 'string') ?? '';
  return Math.max(likeness(source, wordsOf(name)), likeness(source, wordsOf(target.title)));
}

function likeness(source: SourceNode, wanted: string[]): number {
  const own = wordsOf(source.title);
  if (own.join('') === wanted.join('')) return 1;
  if (sameThing(own.join(''), wanted.join(''))) return 0.8;
  const isLike = (word: string) => (other: string) => other === word || sameThing(other, word);
  const ofOwn = own.filter((word) => wanted.some(isLike(word))).length / own.length;
  if (ofOwn === 0) return 0;
  const around = source.path.flatMap(wordsOf);
  const shared = wanted.filter((word) => around.some(isLike(word))).length / wanted.length;
  return 0.75 * shared * (0.5 + 0.5 * ofOwn);
}

/** `unitPrice`, `unit_price` and `Unit price` are the same words; plurals count as one. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word));
}

function sameThing(a: string, b: string): boolean {
  return SAME.some((group) => group.includes(a) && group.includes(b));
}

function typeScore({ type }: SourceNode, target: TargetNode): number {
  if (type === target.type || target.type === 'anything' || type === 'nothing') return 1;
  if (target.type === 'text' && (type === 'number' || type === 'yes/no')) return 0.85;
  if (target.type === 'number' && type === 'text') return 0.7;
  return 0.3;
}

/** What the sample looks like against what the schema wants of it. */
function sampleScore(sample: unknown, { format, enum: choices, pattern }: JsonSchema): number {
  if (choices) return choices.includes(sample) ? 1 : 0;
  if (typeof sample !== 'string') return 0.5;
  if (format === 'email') return sample.includes('@') ? 1 : 0;
  if (format === 'date' || format === 'date-time') return Number.isNaN(Date.parse(sample)) ? 0 : 1;
  if (format === 'uri') return URL.canParse(sample) ? 1 : 0;
  return pattern ? 0.5 : 0.7;
}
