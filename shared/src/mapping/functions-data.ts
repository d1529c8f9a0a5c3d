import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import Papa from 'papaparse';

import { isObject, parseJson, type Json, type JsonObject } from '#base';

import { FunctionError } from './function-error.ts';

interface CsvOptions {
  /** Between fields; found out when absent. */
  delimiter?: string;
  /** The first row holds the names; true when absent. */
  header?: boolean;
}

function csvParse(text: string, { delimiter = '', header = true }: CsvOptions = {}): unknown[] {
  const { data, errors } = Papa.parse<unknown>(text, {
    delimiter,
    skipEmptyLines: true,
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const wrong = errors.find(({ type }) => type === 'Quotes');
  if (wrong) throw new FunctionError(`row ${(wrong.row ?? 0) + 1} of the CSV: ${wrong.message}`);
  const rows = data as string[][];
  if (!header) return rows;
  const [names = [], ...records] = rows;
  return records.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

function csvFormat(rows: unknown[], { delimiter = ',', header = true }: CsvOptions = {}): string {
  const isRecords = rows.some(isObject);
  const names = [...new Set(rows.flatMap((row) => (isObject(row) ? Object.keys(row) : [])))];
  const cells = rows.map((row) =>
    isObject(row) ? names.map((name) => cell(row[name])) : [row].flat().map(cell),
  );
  const all = isRecords && header ? [names, ...cells] : cells;
  return Papa.unparse(all, { delimiter, newline: '\n', escapeFormulae: false });
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const XML = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  // Entities that are declared in a document can grow without end.
  processEntities: false,
};
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const DEEPEST = 200;

function xmlParse(text: string): unknown {
  if (/<!DOCTYPE/i.test(text)) throw new FunctionError('XML with a DOCTYPE is not read');
  const valid = XMLValidator.validate(text);
  if (valid !== true)
    throw new FunctionError(`line ${valid.err.line} of the XML: ${valid.err.msg}`);
  const parser = new XMLParser({
    ...XML,
    parseTagValue: false,
    parseAttributeValue: false,
    tagValueProcessor: (_, value) => unescapeXml(value),
    attributeValueProcessor: (_, value) => unescapeXml(value),
    ignoreDeclaration: true,
    ignorePiTags: true,
  });
  return parser.parse(text) as unknown;
}

function unescapeXml(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? all;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

function xmlFormat(value: object): string {
  const builder = new XMLBuilder({ ...XML, processEntities: true, suppressEmptyNode: true });
  return builder.build(value);
}

function jsonParse(text: string): Json {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new FunctionError(parsed.problem.message);
  return parsed.value;
}

function deepMerge(...values: unknown[]): unknown {
  return values.flat().reduce((one, other) => merge(one, other, 0));
}

/** Objects are merged field by field; of anything else, the later one counts. */
function merge(one: unknown, other: unknown, depth: number): unknown {
  if (!isObject(one) || !isObject(other)) return other;
  if (depth > DEEPEST) throw new FunctionError(`the objects nest deeper than ${DEEPEST} levels`);
  const merged = new Map<string, unknown>(Object.entries(one));
  for (const [name, value] of Object.entries(other)) {
    const known = merged.get(name);
    merged.set(name, merged.has(name) ? merge(known, value, depth + 1) : value);
  }
  return Object.fromEntries(merged);
}

function filtered(object: JsonObject, keep: (name: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => keep(name)));
}

function isEmpty(part: Json): boolean {
  if (typeof part === 'object' && part !== null) return Object.keys(part).length === 0;
  return part === null || part === '';
}

function compact(value: Json): Json {
  if (Array.isArray(value)) return value.map(compact).filter((part) => !isEmpty(part));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, part]): [string, Json] => [
    name,
    compact(part),
  ]);
  return Object.fromEntries(entries.filter(([, part]) => !isEmpty(part)));
}

function chunk(list: unknown[], size: number): unknown[][] {
  if (!Number.isInteger(size) || size < 1) throw new FunctionError('a chunk has 1 element or more');
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

export const dataFunctions = {
  csvParse,
  csvFormat,
  xmlParse,
  xmlFormat,
  jsonParse,
  deepMerge,
  pick: (object: JsonObject, names: string[]) => filtered(object, (name) => names.includes(name)),
  omit: (object: JsonObject, names: string[]) => filtered(object, (name) => !names.includes(name)),
  compact,
  chunk,
};
