import { isObject } from '@patchbay/shared/base';

/**
 * The value at a dotted path, such as `data.items.0.id`; an empty path gives the value itself, and a
 * path that is itself a name (`@odata.nextLink`) the value under that name.
 */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  if (isObject(value) && Object.hasOwn(value, path)) return value[path];
  return path.split('.').reduce<unknown>((at, name) => {
    if (typeof at !== 'object' || at === null) return undefined;
    const place =
      Array.isArray(at) && /^-\d+$/.test(name) ? String(at.length + Number(name)) : name;
    return Object.hasOwn(at, place) ? (at as Record<string, unknown>)[place] : undefined;
  }, value);
}

/** The same value with `value` at a dotted path; a number in the path is a place in a list. */
export function setAt(target: unknown, path: string, value: unknown): unknown {
  if (path === '') return value;
  const [name = '', ...rest] = path.split('.');
  const inner = setAt(valueAt(target, name), rest.join('.'), value);
  const list: unknown[] = Array.isArray(target) ? target : [];
  if (!/^\d+$/.test(name)) return { ...(isObject(target) && target), [name]: inner };
  return Object.assign([...list], { [name]: inner });
}

/** What a template may name. */
export type TemplateScope = Record<string, unknown>;

/**
 * Fills `{name}` and `{scope.name}` in a template; `write` says how a value is written there. A name
 * without a value gives an empty text, and is told to `missing`.
 */
export function fillTemplate(
  template: string,
  scope: TemplateScope,
  {
    write = textOf,
    missing,
  }: { write?: (value: unknown) => string; missing?: (name: string) => void } = {},
): string {
  return template.replace(/\{([\w.-]+)\}/g, (_, name: string) => {
    const value = valueAt(scope, name);
    if (value === undefined || value === null || value === '') missing?.(name);
    return write(value ?? '');
  });
}

/** A value as it stands in an address or a header. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Fills the texts inside a value. Only dotted names count here (`{webhook.url}`, `{config.x}`):
 * a plain `{name}` may be part of the text, as in GraphQL.
 */
export function fillDeep(value: unknown, scope: TemplateScope): unknown {
  if (typeof value === 'string')
    return value.replace(/\{\w+\.[\w.-]+\}/g, (name) => fillTemplate(name, scope));
  if (Array.isArray(value)) return value.map((one) => fillDeep(one, scope));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, fillDeep(one, scope)]);
  return Object.fromEntries(entries);
}
