/** Our functions, as in the table of JSONata's own. */
export const OWN_TABLE = String.raw`
# date
dateParse|<sss?s?:s>|text, format, zone, locale|A date of any format as ISO date; tokens as in yyyy-MM-dd HH:mm
  $dateParse("24.11.2026 13:05", "dd.MM.yyyy HH:mm", "Europe/Vienna") → "2026-11-24T13:05:00+01:00"
dateFormat|<(sn)ss?s?:s>|date, format, zone, locale|A date after a format, in a zone and a language
  $dateFormat("2026-11-24T12:00:00Z", "dd.MM.yyyy HH:mm", "Asia/Tokyo") → "24.11.2026 21:00"
  $dateFormat("2026-11-24", "d MMMM", "utc", "de") → "24 November"
dateZone|<(sn)s:s>|date, zone|The same moment in another zone
  $dateZone("2026-07-01T12:00:00Z", "America/New_York") → "2026-07-01T08:00:00-04:00"
dateAdd|<(sn)nss?:s>|date, amount, unit, zone|A date moved on, or back when the amount is negative
  $dateAdd("2026-01-31", 1, "month") → "2026-02-28T00:00:00Z"
dateDiff|<(sn)(sn)ss?:n>|from, to, unit, zone|How many units lie between two dates
  $dateDiff("2026-11-01", "2026-11-24", "days") → 23
dateStart|<(sn)ss?:s>|date, unit, zone|The beginning of its day, week, month, quarter or year
  $dateStart("2026-11-24T15:30:00Z", "month") → "2026-11-01T00:00:00Z"
dateEnd|<(sn)ss?:s>|date, unit, zone|The last moment of its day, week, month, quarter or year
  $dateEnd("2026-02-10", "month") → "2026-02-28T23:59:59.999Z"
# hash
hash|<ss?s?:s>|text, algorithm, encoding|Its hash: sha256, sha512, sha1 or md5; as hex, base64 or base64url
  $hash("abc") → "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  $hash("abc", "md5") → "900150983cd24fb0d6963f7d28e17f72"
hmac|<sss?s?:s>|text, key, algorithm, encoding|Its keyed hash, which signs a message
  $hmac("message", "key", "sha1") → "2088df74d5f2146b48146caf4965377e9d0be3a4"
uuid|<ss?:s>|name, namespace|The UUID of a name: the same for the same name. The namespace is a UUID, "url" or "dns"
  $uuid("www.example.com", "dns") → "2ed6657d-e927-568b-95e1-2665a8aea6a2"
# encoding
toBase64|<s:s>|text|As base64 of its UTF-8
  $toBase64("grüße") → "Z3LDvMOfZQ=="
fromBase64|<s:s>|text|Text from base64
  $fromBase64("Z3LDvMOfZQ==") → "grüße"
toBase64Url|<s:s>|text|As base64 for addresses, without padding
  $toBase64Url("a?>b") → "YT8-Yg"
fromBase64Url|<s:s>|text|Text from base64 for addresses
  $fromBase64Url("YT8-Yg") → "a?>b"
toHex|<s:s>|text|Its UTF-8 in hexadecimal digits
  $toHex("é") → "c3a9"
fromHex|<s:s>|text|Text from hexadecimal digits
  $fromHex("c3a9") → "é"
# text
slug|<ss?:s>|text, separator|For an address: small letters, digits and hyphens
  $slug("Crème Brûlée & Straße") → "creme-brulee-strasse"
phone|<ss?s?:s>|text, country, style|A phone number as E.164, international or national; the country when it has none
  $phone("0660 1234567", "AT") → "+436601234567"
  $phone("+442079460958", "", "national") → "020 7946 0958"
money|<nss?:s>|amount, currency, locale|An amount as people write it
  $money(1234.5, "EUR", "de") → "1.234,50 €"
  $money(9.99, "USD") → "$9.99"
regexTest|<sss?:b>|text, pattern, flags|True when a pattern, given as text, matches
  $regexTest("INV-7", "^inv-\\d+$", "i") → true
regexFind|<sss?:o>|text, pattern, flags|The first match with its place and groups
  $regexFind("order 42", "(\\w+) (\\d+)") → {"match":"order 42","index":0,"groups":["order","42"]}
regexFindAll|<sss?:a<o>>|text, pattern, flags|All matches
  $regexFindAll("a1b22", "\\d+").match → ["1","22"]
regexReplace|<ssss?:s>|text, pattern, by, flags|With all matches replaced; $1 is the first group
  $regexReplace("a-1, b-2", "(\\w)-(\\d)", "$2$1") → "1a, 2b"
regexEscape|<s:s>|text|As a pattern that matches just this text
  $regexEscape("1.5 (net)") → "1\\.5 \\(net\\)"
# data
csvParse|<so?:a>|text, options|A list of records from CSV; options: delimiter, header
  $csvParse("id;name\n1;\"Ada; L.\"") → [{"id":"1","name":"Ada; L."}]
csvFormat|<ao?:s>|list, options|CSV from a list of records or lists; options: delimiter, header
  $csvFormat([{"id": 1, "name": "Ada, L."}]) → "id,name\n1,\"Ada, L.\""
xmlParse|<s:o>|text|An object from XML: attributes as @name, text beside them as #text
  $xmlParse("<a id=\"1\"><b>x</b><b>y</b></a>") → {"a":{"b":["x","y"],"@id":"1"}}
xmlFormat|<o:s>|object|XML from such an object
  $xmlFormat({"a": {"@id": 1, "b": ["x", "y"]}}) → "<a id=\"1\"><b>x</b><b>y</b></a>"
jsonParse|<s:x>|text|The value of a JSON text
  $jsonParse("{\"a\": [1]}") → {"a":[1]}
# url
urlParse|<s:o>|text|The parts of an address
  $urlParse("https://x.io/a?b=1&b=2#c") → {"protocol":"https","host":"x.io","path":"/a","query":{"b":["1","2"]},"hash":"c"}
urlBuild|<o:s>|parts|An address from its parts
  $urlBuild({"host": "x.io", "path": "/a b", "query": {"q": "ü"}}) → "https://x.io/a%20b?q=%C3%BC"
queryParse|<s:o>|text|The fields of a query such as a=1&b=2
  $queryParse("a=1&b=x+y") → {"a":"1","b":"x y"}
queryBuild|<o:s>|object|A query from fields
  $queryBuild({"a": 1, "b": ["x", "y"]}) → "a=1&b=x&b=y"
# object
deepMerge|<x+:x>|object, …|Objects as one, field by field at every depth; of the same field the last counts
  $deepMerge({"a": {"x": 1, "y": 1}}, {"a": {"y": 2}}) → {"a":{"x":1,"y":2}}
pick|<oa<s>:o>|object, names|Only these fields
  $pick({"a": 1, "b": 2, "c": 3}, ["a", "c"]) → {"a":1,"c":3}
omit|<oa<s>:o>|object, names|All but these fields
  $omit({"a": 1, "b": 2}, "b") → {"a":1}
compact|<x:x>|value|Without nulls, empty texts, lists and objects
  $compact({"a": null, "b": ["", 1], "c": {}}) → {"b":[1]}
# list
chunk|<an:a>|list, size|Lists of so many elements at most
  $chunk([1, 2, 3], 2) → [[1,2],[3]]
`;
