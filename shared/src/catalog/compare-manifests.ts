import { isObject } from '#base';

import type { Change } from './change.ts';
import { closeSchema } from './close-schema.ts';
import { compareFields } from './compare-fields.ts';
import type { ActionManifest, ConnectorManifest } from './manifest.ts';

/** Everything that differs, what breaks first. */
export function compareManifests(before: ConnectorManifest, after: ConnectorManifest): Change[] {
  const changes = [
    ...compareOperations('action', before, after),
    ...compareOperations('trigger', before, after),
    ...compareAuth(before, after),
    ...compareSettings(before, after),
    ...compareRest(before, after),
  ];
  return changes.toSorted((a, b) => Number(b.breaking) - Number(a.breaking));
}

/** The version that follows: major when something breaks, minor when something is new, else patch. */
export function nextVersion(version: string, changes: Change[]): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (changes.some(({ breaking }) => breaking)) return `${major + 1}.0.0`;
  if (changes.some(({ kind }) => kind === 'added')) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** The changes as one line: "3 actions added, 1 action removed". */
export function summariseChanges(changes: Change[]): string {
  const counts = new Map<string, number>();
  for (const { kind, what } of changes) {
    const key = `${what} ${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const parts = [...counts].map(([key, count]) => {
    const [what = '', kind = ''] = key.split(' ');
    return `${count} ${what}${count === 1 ? '' : 's'} ${kind}`;
  });
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing changed.';
}

type Operation = Pick<ActionManifest, 'title' | 'input'> & Record<string, unknown>;

function compareOperations(
  what: 'action' | 'trigger',
  before: ConnectorManifest,
  after: ConnectorManifest,
): Change[] {
  const [old, now] = (what === 'action'
    ? [before.actions, after.actions]
    : [before.triggers, after.triggers]) as unknown as Record<string, Operation>[];
  const gone = Object.keys(old ?? {}).filter((id) => !now || !Object.hasOwn(now, id));
  return [
    ...gone.map((id) =>
      change('removed', what, { id, title: old?.[id]?.title ?? id, breaking: true }),
    ),
    ...Object.entries(now ?? {}).flatMap(([id, operation]) => {
      const { title } = operation;
      const known = old && Object.hasOwn(old, id) ? old[id] : undefined;
      if (!known) return [change('added', what, { id, title })];
      const found = compareOperation({ operation: known, in: before }, { operation, in: after });
      return found ? [change('changed', what, { id, title, ...found })] : [];
    }),
  ];
}

interface OperationSide {
  operation: Operation;
  in: ConnectorManifest;
}

function compareOperation(
  before: OperationSide,
  after: OperationSide,
): { breaking: boolean; words: string } | undefined {
  if (textOf(before) === textOf(after)) return undefined;
  const input = compareFields(side(before, 'input'), side(after, 'input'));
  const out = before.operation.payload || after.operation.payload ? 'payload' : 'output';
  const output = compareFields(side(before, out), side(after, out));
  const scopes = missing(listOf(after.operation.scopes), listOf(before.operation.scopes));
  const breaks = [
    say('now asks for', input.demanded),
    say('no longer takes', input.removed),
    say('takes another type of', input.retyped),
    say('no longer gives', output.removed),
    say('gives another type of', output.retyped),
    say('needs the right', scopes),
  ].filter((words) => words !== '');
  const optional = missing(input.added, input.demanded);
  const more = [say('may take', optional), say('also gives', output.added)].filter(Boolean);
  const words = [...breaks, ...more].join('; ') || 'works or is described differently';
  return { breaking: breaks.length > 0, words: `It ${words}.` };
}

function side(
  { operation, in: manifest }: OperationSide,
  part: 'input' | 'output' | 'payload',
): Parameters<typeof compareFields>[0] {
  const schema = operation[part] as ActionManifest['input'] | undefined;
  return { schema, defs: { ...manifest.$defs, ...schema?.$defs } };
}

/** All of an operation with the schemas it reaches; what other operations use does not count. */
function textOf({ operation, in: manifest }: OperationSide): string {
  return canonical(closeSchema(operation, manifest.$defs));
}

function compareAuth(before: ConnectorManifest, after: ConnectorManifest): Change[] {
  const old = new Map(before.auth.map((scheme) => [scheme.id, scheme]));
  const now = new Map(after.auth.map((scheme) => [scheme.id, scheme]));
  const gone = before.auth.filter(({ id }) => !now.has(id));
  return [
    ...gone.map(({ id, title }) => change('removed', 'sign-in', { id, title, breaking: true })),
    ...after.auth.flatMap((scheme) => {
      const { id, title, type } = scheme;
      const known = old.get(id);
      if (!known) return [change('added', 'sign-in', { id, title })];
      if (canonical(known) === canonical(scheme)) return [];
      const breaking = known.type !== type;
      return [
        change('changed', 'sign-in', { id, title, breaking, words: 'It works differently.' }),
      ];
    }),
  ];
}

function compareSettings(before: ConnectorManifest, after: ConnectorManifest): Change[] {
  const { added, demanded, removed, retyped } = compareFields(
    { schema: before.config },
    { schema: after.config },
  );
  return [
    ...added.map((id) =>
      change('added', 'setting', { id, title: id, breaking: demanded.includes(id) }),
    ),
    ...removed.map((id) => change('removed', 'setting', { id, title: id })),
    ...retyped.map((id) =>
      change('changed', 'setting', {
        id,
        title: id,
        breaking: true,
        words: 'It has another type.',
      }),
    ),
  ];
}

/** What is neither an operation nor a sign-in: where it is, how it is called, how errors read. */
function compareRest(before: ConnectorManifest, after: ConnectorManifest): Change[] {
  if (restOf(before) === restOf(after)) return [];
  const isMoved = before.network.baseUrl !== after.network.baseUrl;
  const words = isMoved
    ? `It is now at ${after.network.baseUrl ?? 'another address'}.`
    : 'Its description or its way to speak to the service changed.';
  return [change('changed', 'connector', { id: after.id, title: after.name, words })];
}

function restOf(manifest: ConnectorManifest): string {
  const { name, description, network, test, errors, categories } = manifest;
  return canonical({ name, description, network, test, errors, categories });
}

function change(
  kind: Change['kind'],
  what: Change['what'],
  facts: { id: string; title: string; breaking?: boolean; words?: string },
): Change {
  return { breaking: false, words: '', ...facts, kind, what };
}

const MOST_NAMES = 5;

function say(words: string, names: string[]): string {
  if (names.length === 0) return '';
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${words} ${names.slice(0, MOST_NAMES).join(', ')}${more}`;
}

function missing(from: string[], known: string[]): string[] {
  return from.filter((one) => !known.includes(one));
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}

/** JSON whose keys are in order, so that equal values are equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    isObject(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
