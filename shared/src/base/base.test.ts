import { describe, expect, it } from 'vitest';

import { hrefOf } from './endpoint.ts';
import { newId, slug } from './id.ts';
import { JSON_LIMITS, parseJson } from './json.ts';
import { problem, PROBLEMS, ProblemError, toProblem, type ProblemCode } from './problem.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const wide = (keys: number): string =>
  `{${Array.from({ length: keys }, (_, i) => `"k${i}":1`).join(',')}}`;
const codeOf = (text: string): string => {
  const parsed = parseJson(text);
  return parsed.ok ? 'ok' : parsed.problem.code;
};

describe('JSON from strangers', () => {
  it.each([
    ['as deep as allowed', nested(JSON_LIMITS.depth), 'ok'],
    ['one level deeper', nested(JSON_LIMITS.depth + 1), 'json_too_deep'],
    ['brackets in a text', JSON.stringify(nested(1000)), 'ok'],
    ['brackets behind an escaped quote', JSON.stringify(`"${nested(1000)}`), 'ok'],
    ['as wide as allowed', wide(JSON_LIMITS.keys), 'ok'],
    ['one key wider', wide(JSON_LIMITS.keys + 1), 'too_large'],
    [
      'wide only all objects together',
      `[${Array.from({ length: 30 }, () => wide(5000)).join(',')}]`,
      'ok',
    ],
    ['colons in a text', JSON.stringify(':'.repeat(JSON_LIMITS.keys * 2)), 'ok'],
    ['as large as allowed', JSON.stringify('x'.repeat(JSON_LIMITS.bytes - 2)), 'ok'],
    ['one character larger', JSON.stringify('x'.repeat(JSON_LIMITS.bytes - 1)), 'too_large'],
    ['a forbidden key', '{"a":{"__proto__":1}}', 'json_forbidden_key'],
    ['a forbidden key in disguise', '{"__pr\\u006fto__":1}', 'json_forbidden_key'],
    ['a forbidden word as a value', '{"a":"__proto__"}', 'ok'],
    ['nothing', '', 'json_malformed'],
    ['two values', '1 2', 'json_malformed'],
    ['not a number', 'NaN', 'json_malformed'],
  ])('%s', (_name, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('changes nothing that every object has', () => {
    parseJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect('polluted' in {}).toBe(false);
  });
});

describe('the slug of a title', () => {
  it.each([
    ['Create invoice', [], 'create_invoice'],
    ['Create invoice', ['create_invoice', 'create_invoice_2'], 'create_invoice_3'],
    ['Überweisung – Nr. 5', [], 'uberweisung_nr_5'],
    ['123 go', [], 'go'],
    ['名前', [], 'step'],
    ['', ['step'], 'step_2'],
    ['a'.repeat(90), [], 'a'.repeat(40)],
  ])('%s', (title, taken, expected) => {
    expect(slug(title, taken)).toBe(expected);
  });
});

describe('an id', () => {
  it('sorts by its time, is never the same, and fits an address', () => {
    const ids = [1, 1000, 1_700_000_000_000, 1_700_000_000_001, 4e12].map((at) => newId(at));
    expect(ids.toSorted()).toEqual(ids);
    const many = Array.from({ length: 10_000 }, () => newId(5));
    expect(new Set(many).size).toBe(10_000);
    expect(many.every((id) => /^[0-9a-z]{26}$/.test(id))).toBe(true);
  });
});

describe('an address', () => {
  it('fills in what it is given, safely', () => {
    const at = { path: '/api/flows/:id/runs/:run' } as const;
    expect(hrefOf(at, { id: 'a/b', run: '..' }, { q: 'ä&b', none: undefined, empty: '' })).toBe(
      '/api/flows/a%2Fb/runs/..?q=%C3%A4%26b',
    );
  });
});

describe('a problem', () => {
  it.each(Object.keys(PROBLEMS) as ProblemCode[])(
    '%s has its fault and retry from the table',
    (code) => {
      const { fault, retry, status } = PROBLEMS[code];
      expect(problem(code, 'm', 'h')).toEqual({ code, fault, retry, message: 'm', hint: 'h' });
      expect(status).toBeGreaterThanOrEqual(400);
    },
  );

  it('of something unexpected does not tell what it was', () => {
    expect(toProblem(new Error('password')).code).toBe('internal');
    expect(JSON.stringify(toProblem(new Error('password')))).not.toContain('password');
    const own = problem('conflict', 'm', { hint: 'h', at: { node: 'n' } });
    expect(toProblem(new ProblemError(own))).toBe(own);
  });
});
