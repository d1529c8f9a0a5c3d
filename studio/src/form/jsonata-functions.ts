/** A function of JSONata as the editor offers it. */
export interface FunctionHelp {
  name: string;
  args: string;
  about: string;
}

// name | arguments | what it does
const TABLE = `
string|value|The value as text
length|text|How many characters
substring|text, start, length|A part of a text
substringBefore|text, chars|What stands before
substringAfter|text, chars|What stands after
uppercase|text|In capitals
lowercase|text|In small letters
trim|text|Without space around it
pad|text, width, char|Filled up to a width
contains|text, pattern|True when it holds the pattern
split|text, separator|A list of parts
join|list, separator|A list as one text
match|text, pattern|All matches of a pattern
replace|text, pattern, by|With matches replaced
base64encode|text|As base64
base64decode|text|From base64
encodeUrlComponent|text|For a part of an address
decodeUrlComponent|text|From a part of an address
number|value|The value as a number
abs|number|Without its sign
floor|number|Rounded down
ceil|number|Rounded up
round|number, digits|Rounded
power|base, exponent|To a power
sqrt|number|The square root
random||A number from 0 to 1
formatNumber|number, picture|As text, such as "#,##0.00"
formatBase|number, base|In another base
parseInteger|text, picture|A number from text
sum|list|All numbers added
max|list|The largest
min|list|The smallest
average|list|The mean
boolean|value|True or false
not|value|The opposite
exists|value|True when there is something
count|list|How many
append|list, list|Two lists as one
sort|list, function|In order
reverse|list|The other way round
shuffle|list|In any order
distinct|list|Without repeats
zip|list, list|Pairs of two lists
keys|object|The names of its fields
values|object|Its values
lookup|object, key|The value of a field
spread|object|One object per field
merge|list|Objects as one
sift|object, function|Fields that pass
each|object, function|A list, from every field
error|message|Fails with a message
assert|condition, message|Fails unless it is true
type|value|What kind of value it is
now|picture|The time now, as text
millis||The time now, in ms
fromMillis|ms, picture|A time as text
toMillis|text, picture|A time as ms
map|list, function|Each item changed
filter|list, function|The items that pass
single|list, function|The one item that passes
reduce|list, function, start|All items folded into one
`;

export const FUNCTIONS: FunctionHelp[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name = '', args = '', about = ''] = line.split('|');
    return { name, args, about };
  });
