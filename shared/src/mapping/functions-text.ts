import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

import { FunctionError } from './function-error.ts';
import { LinearRegExp } from './linear-regexp.ts';

/** Letters that no decomposition turns into ASCII. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

function slug(text: string, separator = '-'): string {
  const plain = text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const ascii = plain.replaceAll(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter);
  return ascii
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(separator);
}

const FLAGS = /^[ims]*$/;

function pattern(source: string, flags = ''): LinearRegExp {
  if (!FLAGS.test(flags)) throw new FunctionError('flags of a pattern are i, m and s');
  try {
    return new LinearRegExp(new RegExp(source, flags));
  } catch {
    throw new FunctionError(
      `"${source.slice(0, 60)}" is no pattern that can be matched in linear time`,
    );
  }
}

interface Found {
  match: string;
  index: number;
  groups: string[];
}

function* matches(text: string, source: string, flags?: string): Generator<Found> {
  const regexp = pattern(source, flags);
  for (let found = regexp.exec(text); found; found = regexp.exec(text)) {
    const [match = '', ...groups] = found;
    yield { match, index: found.index, groups };
    // A match of nothing would be found at the same place for ever.
    if (match === '') regexp.lastIndex++;
  }
}

function phone(text: string, country?: string, style = 'E.164'): string {
  const number = parsePhoneNumberFromString(
    text,
    country?.toUpperCase() as CountryCode | undefined,
  );
  if (!number?.isPossible())
    throw new FunctionError(`"${text.slice(0, 40)}" is no phone number, or its country is missing`);
  if (style === 'E.164') return number.number;
  if (style === 'international') return number.formatInternational();
  if (style === 'national') return number.formatNational();
  throw new FunctionError(`"${style}" is no style: take E.164, international or national`);
}

function money(amount: number, currency: string, locale = 'en'): string {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    // Which of the narrow and wide spaces it takes depends on the version of its tables.
    return format.format(amount).replaceAll(/[\u00A0\u202F]/g, ' ');
  } catch {
    throw new FunctionError(`"${currency}" is no currency such as EUR, or "${locale}" no language`);
  }
}

export const textFunctions = {
  slug,
  phone,
  money,
  regexTest: (text: string, source: string, flags?: string) =>
    pattern(source, flags).exec(text) !== null,
  regexFind: (text: string, source: string, flags?: string) =>
    matches(text, source, flags).next().value as Found | undefined,
  regexFindAll: (text: string, source: string, flags?: string) => [...matches(text, source, flags)],
  regexReplace: (text: string, source: string, by: string, flags?: string) => {
    let out = '';
    let from = 0;
    for (const { match, index, groups } of matches(text, source, flags)) {
      out +=
        text.slice(from, index) +
        by.replaceAll(/\$(\d)/g, (_, n: string) => groups[Number(n) - 1] ?? '');
      from = index + match.length;
    }
    return out + text.slice(from);
  },
  regexEscape: (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`),
};
