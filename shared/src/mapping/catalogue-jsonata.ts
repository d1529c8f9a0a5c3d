/** JSONata's own functions: `name|signature|arguments|summary`, each followed by its examples. */
export const JSONATA_TABLE = String.raw`
# text
string|<x-b?:s>|value, pretty|The value as text; anything but text as JSON
  $string(5) → "5"
  $string({"a": [1]}) → "{\"a\":[1]}"
length|<s-:n>|text|How many characters
  $length("héllo") → 5
substring|<s-nn?:s>|text, start, length|A part of a text; a negative start counts from the end
  $substring("hello", 1, 3) → "ell"
  $substring("hello", -2) → "lo"
substringBefore|<s-s:s>|text, chars|What stands before the first of these characters
  $substringBefore("ada@example.com", "@") → "ada"
substringAfter|<s-s:s>|text, chars|What stands behind the first of these characters
  $substringAfter("ada@example.com", "@") → "example.com"
uppercase|<s-:s>|text|In capitals
  $uppercase("abc") → "ABC"
lowercase|<s-:s>|text|In small letters
  $lowercase("ABC") → "abc"
trim|<s-:s>|text|Without space around it, other space made single
  $trim("  a   b ") → "a b"
pad|<s-ns?:s>|text, width, char|Filled up to a width; on the left when the width is negative
  $pad("7", -3, "0") → "007"
contains|<s-(sf):b>|text, pattern|True when it holds a text or matches a pattern
  $contains("order 42", /\d+/) → true
split|<s-(sf)n?:a<s>>|text, separator, limit|The parts between separators
  $split("a,b,c", ",") → ["a","b","c"]
join|<a<s>s?:s>|list, separator|The texts of a list as one
  $join(["a", "b"], ", ") → "a, b"
match|<s-f<s:o>n?:a<o>>|text, pattern, limit|All matches of a pattern, with their groups
  $match("a1b2", /[a-z](\d)/).groups → ["1","2"]
replace|<s-(sf)(sf)n?:s>|text, pattern, by, limit|With what matches replaced; $1 is the first group
  $replace("2026-11-24", /(\d+)-(\d+)-(\d+)/, "$3.$2.$1") → "24.11.2026"
base64encode|<s-:s>|text|As base64, of characters up to U+00FF; for any text take $toBase64
  $base64encode("abc") → "YWJj"
base64decode|<s-:s>|text|From base64
  $base64decode("YWJj") → "abc"
encodeUrlComponent|<s-:s>|text|For a part of an address
  $encodeUrlComponent("a b&c") → "a%20b%26c"
decodeUrlComponent|<s-:s>|text|From a part of an address
  $decodeUrlComponent("a%20b") → "a b"
encodeUrl|<s-:s>|text|For a whole address
  $encodeUrl("https://x.io/a b") → "https://x.io/a%20b"
decodeUrl|<s-:s>|text|From a whole address
  $decodeUrl("https://x.io/a%20b") → "https://x.io/a b"
# number
number|<(nsb)-:n>|value|The value as a number
  $number("12.5") → 12.5
abs|<n-:n>|number|Without its sign
  $abs(-3) → 3
floor|<n-:n>|number|Rounded down
  $floor(2.7) → 2
ceil|<n-:n>|number|Rounded up
  $ceil(2.1) → 3
round|<n-n?:n>|number, digits|Rounded to digits behind the point; halves to the even side
  $round(2.345, 2) → 2.34
  $round(2.5) → 2
power|<n-n:n>|base, exponent|To a power
  $power(2, 8) → 256
sqrt|<n-:n>|number|The square root
  $sqrt(9) → 3
random|<:n>||A number from 0 up to 1, another each time
  $random() < 1 → true
formatNumber|<n-so?:s>|number, picture, options|As text after a picture
  $formatNumber(1234.5, "#,##0.00") → "1,234.50"
formatBase|<n-n?:s>|number, base|In another base
  $formatBase(255, 16) → "ff"
formatInteger|<n-s:s>|number, picture|As text: "w" in words, "I" in Roman numerals
  $formatInteger(2026, "I") → "MMXXVI"
parseInteger|<s-s:n>|text, picture|A number from text after a picture
  $parseInteger("twelve", "w") → 12
sum|<a<n>:n>|list|All numbers added
  $sum([1, 2, 3]) → 6
max|<a<n>:n>|list|The largest number
  $max([1, 3, 2]) → 3
min|<a<n>:n>|list|The smallest number
  $min([2, 1, 3]) → 1
average|<a<n>:n>|list|The mean of the numbers
  $average([1, 2, 3]) → 2
# logic
boolean|<x-:b>|value|True or false, as a condition takes it
  $boolean("") → false
not|<x-:b>|value|The opposite
  $not(0) → true
exists|<x:b>|value|True when there is a value, null too
  $exists({"a": null}.a) → true
type|<x:s>|value|What kind of value it is
  $type([1]) → "array"
error|<s?:x>|message|Fails the step with these words
  true ? "fine" : $error("never") → "fine"
assert|<bs?:x>|condition, message|Fails the step unless the condition is true
  $assert(1 < 2, "order") → nothing
# list
count|<a:n>|list|How many elements
  $count([1, 2, 3]) → 3
append|<xx:a>|list, other|Two lists as one
  $append([1], [2, 3]) → [1,2,3]
sort|<af?:a>|list, function|Sorted; the function says when two have to change places
  $sort([3, 1, 2]) → [1,2,3]
  $sort([{"n": 1}, {"n": 2}], function($a, $b) { $a.n < $b.n }).n → [2,1]
reverse|<a:a>|list|Back to front
  $reverse([1, 2]) → [2,1]
shuffle|<a:a>|list|In any order, another each time
  $count($shuffle([1, 2, 3])) → 3
distinct|<x:x>|list|Each value once
  $distinct([1, 2, 1]) → [1,2]
zip|<a+>|list, …|The first elements of all lists together, then the second ones
  $zip([1, 2], ["a", "b"]) → [[1,"a"],[2,"b"]]
map|<af>|list, function|What the function makes of each element
  $map([1, 2], function($v, $i) { $v * 10 + $i }) → [10,21]
filter|<af>|list, function|The elements for which the function is true
  $filter([1, 2, 3], function($v) { $v > 1 }) → [2,3]
single|<af?>|list, function|The one element for which the function is true; fails unless it is one
  $single([1, 2], function($v) { $v = 2 }) → 2
reduce|<afj?:j>|list, function, start|One value, made by going through the list
  $reduce([1, 2, 3], function($total, $v) { $total + $v }) → 6
# object
keys|<x-:a<s>>|object|The names of its fields
  $keys({"a": 1, "b": 2}) → ["a","b"]
lookup|<x-s:x>|object, name|The field with a name that is computed
  $lookup({"a": 1}, "a") → 1
spread|<x-:a<o>>|object|An object of one field for each field
  $spread({"a": 1, "b": 2}) → [{"a":1},{"b":2}]
merge|<a<o>:o>|list|Objects as one; of the same field the last counts
  $merge([{"a": 1}, {"a": 2, "b": 3}]) → {"a":2,"b":3}
each|<o-f:a>|object, function|What the function makes of each field
  $each({"a": 1, "b": 2}, function($v, $k) { $k & $v }) → ["a1","b2"]
sift|<o-f?:o>|object, function|The fields for which the function is true
  $sift({"a": 1, "b": 2}, function($v) { $v > 1 }) → {"b":2}
clone|<(oa)-:o>|value|A copy
  $clone({"a": 1}) → {"a":1}
# date
now|<s?s?:s>|picture, zone|When the evaluation began, as ISO date or after a picture
  $type($now()) → "string"
millis|<:n>||When the evaluation began, in milliseconds since 1970
  $millis() > 0 → true
toMillis|<s-s?:n>|text, picture|A date as milliseconds since 1970
  $toMillis("2026-11-24T12:00:00Z") → 1795521600000
fromMillis|<n-s?s?:s>|number, picture, zone|Milliseconds since 1970 as a date
  $fromMillis(1795521600000, "[D01].[M01].[Y]") → "24.11.2026"
`;
