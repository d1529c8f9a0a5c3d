import type { types as driverTypes } from 'pg';

type Parse = (text: string) => unknown;

type DriverTypes = typeof driverTypes & {
  // Missing in the published types.
  arrayParser: { create(text: string, parse: Parse): { parse(): unknown[] } };
};

/** The table by which the driver reads values. */
export interface ValueTypes {
  getTypeParser(type: number, format?: 'text' | 'binary'): Parse;
}

let loaded: Promise<ValueTypes> | undefined;

// Object ids of PostgreSQL's built-in types, and of the arrays of each.
const PARSERS: { type: number; array: number; parse: Parse }[] = [
  { type: 20, array: 1016, parse: parseBigint },
  { type: 1700, array: 1231, parse: String },
  { type: 700, array: 1021, parse: parseFloatValue },
  { type: 701, array: 1022, parse: parseFloatValue },
  { type: 17, array: 1001, parse: parseBytes },
  { type: 1082, array: 1182, parse: String },
  { type: 1114, array: 1115, parse: parseTimestamp },
  { type: 1184, array: 1185, parse: parseTimestamp },
  { type: 1186, array: 1187, parse: String },
  { type: 600, array: 1017, parse: String },
  { type: 718, array: 719, parse: String },
];

/**
 * How values come out, so that they survive JSON: dates and times as ISO text, bigint as a number
 * while that is exact and as text beyond, numeric as text, bytes as base64. A value that cannot be
 * read stays the server's text: an error thrown while a row arrives would end the whole process.
 */
export function loadValueTypes(): Promise<ValueTypes> {
  loaded ??= import('pg').then(({ types }) => valueTypes(types as DriverTypes));
  return loaded;
}

function valueTypes({ arrayParser, getTypeParser }: DriverTypes): ValueTypes {
  const byType = new Map<number, Parse>(
    PARSERS.flatMap(({ type, array, parse }) => [
      [type, parse],
      [array, (text) => arrayParser.create(text, parse).parse()],
    ]),
  );
  // Under a type that takes any number: a database makes new types at will.
  const driverParser = getTypeParser as (type: number, format: string) => Parse;
  return {
    getTypeParser(type, format = 'text') {
      const own = format === 'text' ? byType.get(type) : undefined;
      const parse = own ?? driverParser(type, format);
      return (text) => {
        try {
          return parse(text);
        } catch {
          return text;
        }
      };
    },
  };
}

function parseBigint(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

// JSON has no NaN and no infinity.
function parseFloatValue(text: string): number | string {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

function parseBytes(text: string): string {
  return Buffer.from(text.slice(2), 'hex').toString('base64');
}

// The server's text keeps microseconds, which a JavaScript date would lose; only an offset other
// than UTC is worth that.
function parseTimestamp(text: string): string {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d(?::\d\d)*)?$/.exec(text);
  if (!parts) return text;
  const [, day, time, offset] = parts;
  if (!offset) return `${day}T${time}`;
  if (/^[+-]00(:00)*$/.test(offset)) return `${day}T${time}Z`;
  const full = offset.length === 3 ? `${offset}:00` : offset;
  const date = new Date(`${day}T${time}${full}`);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}
