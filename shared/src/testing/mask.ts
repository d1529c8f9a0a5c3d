import { isObject, type Json } from '#base';

/** Names of fields that hold a credential, in lower case without separators. */
const SECRET =
  /^(authorization|cookie|setcookie|password|passwd|pwd|pin|secret|token|accesstoken|refreshtoken|idtoken|apikey|xapikey|clientsecret|privatekey|signature|.*(secret|token|apikey|signature|password))$/;
/** Names of fields that say who somebody is, or how to reach or charge them. */
const PERSONAL =
  /^(firstname|lastname|fullname|givenname|familyname|surname|middlename|displayname|customername|contactname|email|emailaddress|mail|phone|phonenumber|mobile|fax|telephone|street|streetaddress|address|address1|address2|addressline1|addressline2|iban|bic|ssn|socialsecuritynumber|passport|passportnumber|birthdate|birthday|dateofbirth|dob|taxid|taxnumber|cardnumber|creditcard|accountnumber|bankaccountnumber|ip|ipaddress)$/;
/** A bare `name` is a person's where the object also says how to reach them. */
const REACH =
  /^(email|emailaddress|phone|phonenumber|mobile|birthdate|dateofbirth|firstname|lastname)$/;
const PEOPLE = /^(customer|contact|person|user|employee|patient|author|owner|recipient|sender)s?$/;

const PATTERNS: [RegExp, Kind][] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, 'email'],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g, 'iban'],
  [/(?<![\w.-])\+\d[\d ()./-]{6,}\d/g, 'phone'],
  [/(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g, 'card'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, 'secret'],
  [/\b(?:Bearer|Basic) [\w.~+/=-]{6,}/g, 'secret'],
];

type Kind = 'email' | 'iban' | 'phone' | 'card' | 'secret' | 'text';

const SHORTEST_INSIDE = 4;

/**
 * Takes secrets and personal data out of values, the same value always for the same stand-in, so
 * that what was equal stays equal. First show it everything (`learn`), then `mask` each value.
 */
export class Masker {
  private readonly stands = new Map<string, string>();
  private readonly met = new Set<string>();
  private byLength: [string, string][] = [];

  learn(value: Json, name = ''): void {
    if (typeof value === 'string') this.learnText(value, kindOf(name));
    else if (typeof value === 'number' && kindOf(name)) this.keep(String(value), 'card');
    else if (Array.isArray(value)) for (const item of value) this.learn(item, name);
    else if (isObject(value)) this.learnObject(value, name);
  }

  /** How many different values were masked. */
  get count(): number {
    return this.met.size;
  }

  mask(value: Json): Json {
    if (typeof value === 'string') return this.maskText(value);
    if (typeof value === 'number') {
      const stand = this.standFor(String(value));
      return stand === undefined ? value : Number(stand.replaceAll(/\D/g, ''));
    }
    if (Array.isArray(value)) return value.map((item) => this.mask(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, this.mask(of)]));
  }

  private learnObject(value: { [name: string]: Json }, around: string): void {
    const isPerson =
      PEOPLE.test(plain(around)) || Object.keys(value).some((name) => REACH.test(plain(name)));
    for (const [name, of] of Object.entries(value)) {
      const known = isPerson && plain(name) === 'name' ? 'fullname' : name;
      this.learn(of, known);
    }
  }

  private learnText(text: string, kind: Kind | undefined): void {
    if (text === '') return;
    if (kind !== undefined) return this.keep(text, kind);
    for (const [pattern, of] of PATTERNS)
      for (const [found] of text.matchAll(pattern))
        if (of !== 'card' || isCard(found)) this.keep(found, of);
  }

  private keep(text: string, kind: Kind): void {
    if (!this.stands.has(text)) this.stands.set(text, this.standIn(kind));
  }

  private standIn(kind: Kind): string {
    const n = this.stands.size + 1;
    const number = String(n).padStart(4, '0');
    const stands: Record<Kind, string> = {
      email: `person${n}@example.com`,
      iban: `XX00 0000 0000 0000 ${number}`,
      phone: `+0 000 ${number}`,
      card: `900000${number}`,
      secret: `secret-${n}`,
      text: `Masked ${n}`,
    };
    return stands[kind];
  }

  private maskText(text: string): string {
    const whole = this.standFor(text);
    if (whole !== undefined) return whole;
    if (this.byLength.length < this.stands.size)
      this.byLength = [...this.stands].toSorted(([a], [b]) => b.length - a.length);
    let masked = text;
    for (const [found, stand] of this.byLength)
      if (found.length >= SHORTEST_INSIDE && masked.includes(found)) {
        this.met.add(found);
        masked = masked.replaceAll(found, stand);
      }
    return masked;
  }

  private standFor(text: string): string | undefined {
    const stand = this.stands.get(text);
    if (stand !== undefined) this.met.add(text);
    return stand;
  }
}

function kindOf(name: string): Kind | undefined {
  const own = plain(name);
  if (SECRET.test(own)) return 'secret';
  if (!PERSONAL.test(own)) return undefined;
  if (own.includes('mail')) return 'email';
  return own.includes('phone') || own === 'mobile' ? 'phone' : 'text';
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** The check digit of card numbers: an order number of that length mostly fails it. */
function isCard(text: string): boolean {
  const digits = Array.from(text.replaceAll(/\D/g, ''), Number).toReversed();
  const sum = digits.reduce((total, digit, i) => {
    const twice = i % 2 === 1 ? digit * 2 : digit;
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}
