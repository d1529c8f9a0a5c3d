import { isObject } from '@patchbay/shared/base';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

import { type HttpResponse, textOf, unavailable } from '#sdk';

import { pathOf } from './dav.ts';

/** What a server says of one thing: the properties it has, by their names without prefix. */
export interface DavItem {
  /** A path on the server. */
  href: string;
  /** The status of the thing itself, where it has one: 404 for what was deleted. */
  status?: number;
  props: Record<string, unknown>;
}

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  // The limit is against entities of a document's own, which are refused; a text may hold many &amp;.
  processEntities: { enabled: true, maxTotalExpansions: Number.MAX_SAFE_INTEGER },
  isArray: (name) => ['response', 'propstat', 'comp'].includes(name),
});

/** The answer to PROPFIND and REPORT; `syncToken` only where it was asked for. */
export function readMultistatus(answer: HttpResponse): { items: DavItem[]; syncToken?: string } {
  const found = parse(answer);
  const responses = (found.response ?? []) as Record<string, unknown>[];
  const items = responses.filter(isObject).map((one) => itemOf(one, answer.url));
  const token = stringOf(found['sync-token']);
  return { items, ...(token && { syncToken: token }) };
}

/** The text of a property, without what surrounds it; undefined when it has none. */
export function stringOf(value: unknown): string | undefined {
  const text = isObject(value) ? value['#text'] : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** The address in a property such as `current-user-principal`. */
export function hrefOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const [first] = [value.href].flat();
  return stringOf(first);
}

function parse(answer: HttpResponse): Record<string, unknown> {
  const text = textOf(answer.body);
  const usable = !/<!ENTITY/i.test(text) && XMLValidator.validate(text) === true;
  const document = usable ? (parser.parse(text) as Record<string, unknown>) : {};
  if ('multistatus' in document) {
    return isObject(document.multistatus) ? document.multistatus : {};
  }
  throw unavailable(`${new URL(answer.url).host} did not answer as a calendar server does.`, {
    hint: 'Check the address of the connection: it must be that of CalDAV, not of the web page.',
    details: { status: answer.status, answer: text.slice(0, 300) },
  });
}

function itemOf(response: Record<string, unknown>, base: string): DavItem {
  const status = statusOf(response.status);
  const stats = ((response.propstat ?? []) as unknown[]).filter(isObject);
  const good = stats.filter((one) => (statusOf(one.status) ?? 200) < 300);
  const props = good.map(({ prop }) => (isObject(prop) ? prop : {}));
  return {
    href: pathOf(stringOf([response.href].flat()[0]) ?? '', base),
    ...(status !== undefined && { status }),
    props: Object.assign({}, ...props) as Record<string, unknown>,
  };
}

function statusOf(line: unknown): number | undefined {
  const found = /^HTTP\/\S+ (\d{3})/.exec(stringOf(line) ?? '');
  return found ? Number(found[1]) : undefined;
}
