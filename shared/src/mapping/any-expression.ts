import * as fc from 'fast-check';

/** Space and comments, as they may stand between any two tokens. */
const gap = fc.constantFrom('', '', '', ' ', '\n  ', '\t', ' /* , } : ( " */ ', '/* "open */');
const field = fc.constantFrom('a', 'b', 'item', '`odd } name`', 'and', 'in', 'or', '"q.r"', 'é');
const variable = fc.constantFrom('$', '$$', '$x', '$y', '$sum');
const literal = fc.constantFrom(
  '1',
  '0.5',
  '12e3',
  'true',
  'false',
  'null',
  '""',
  "'it'",
  '"\\u00e9\\n\\"}"',
  '-7',
);
const regex = fc.constantFrom('/[a-z/]+\\/(x|,)/i', '/a/', '/\\d{2,}/m');
const binary = fc.constantFrom(
  '+',
  '-',
  '*',
  '/',
  '%',
  '&',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '~>',
  '?:',
  '??',
  ':=',
  ' and ',
  ' or ',
  ' in ',
);

/** Parts in a row with space and comments between them. */
function spaced(...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  const arbitraries = parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part));
  const all = arbitraries.flatMap((part) => [part, gap]);
  return fc.tuple(...all).map((texts) => texts.join(''));
}

const listed = (item: fc.Arbitrary<string>, separator: string, most = 3): fc.Arbitrary<string> =>
  fc.array(item, { maxLength: most }).map((items) => items.join(separator));

/** Texts of every construct, most of which parse. */
export const { any: anyExpression } = fc.letrec<{ any: string }>((tie) => {
  const inner = tie('any');
  const pairs = listed(spaced(inner, ':', inner), ',');
  const behind = fc.oneof(
    spaced('[', inner, ']'),
    spaced('[', ']'),
    spaced('.', inner),
    spaced('.', field),
    spaced('.', '%'),
    spaced('.', '(', inner, ')'),
    spaced('.', '{', pairs, '}'),
    spaced('{', pairs, '}'),
    spaced('^', '(', fc.constantFrom('', '<', '>'), inner, ',', inner, ')'),
    spaced('@', '$v'),
    spaced('#', '$i'),
    spaced('(', listed(fc.oneof(inner, fc.constant('?')), ','), ')'),
  );
  return {
    any: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      field,
      variable,
      literal,
      fc.constantFrom('*', '**', '%'),
      spaced(inner, behind),
      spaced(inner, binary, inner),
      spaced(inner, behind, behind),
      spaced('[', listed(inner, ','), ']'),
      spaced('[', inner, '..', inner, ']'),
      spaced('{', pairs, '}'),
      spaced('(', listed(inner, ';'), ')'),
      spaced(inner, '?', inner, ':', inner),
      spaced(inner, '?', inner),
      spaced('-', inner),
      spaced('|', inner, '|', inner, '|'),
      spaced('|', inner, '|', inner, ',', inner, '|'),
      spaced(fc.constantFrom('function', 'λ'), '(', listed(variable, ','), ')', '{', inner, '}'),
      spaced(
        'function',
        '($x)',
        '<',
        fc.constantFrom('s', 'n-:n', 'a<s>?', '(sn)x'),
        '>{',
        inner,
        '}',
      ),
      spaced('$match', '(', inner, ',', regex, ')'),
    ),
  };
});

const token = fc.oneof(
  field,
  variable,
  literal,
  regex,
  binary,
  fc.constantFrom(...'.[]{}(),@#;:?^|!~*%"`'.split(''), '..', '**', 'function', '<', '>', '$'),
);

/** Tokens in a row, most of which do not parse. */
export const tokenSoup = fc
  .array(fc.tuple(token, gap), { maxLength: 7 })
  .map((all) => all.flat().join(''));
