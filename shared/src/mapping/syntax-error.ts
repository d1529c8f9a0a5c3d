import { fail } from '#base';

/** Throws what is wrong with a text and where: `what` ends the sentence "does not parse: …". */
export function syntaxError(what: string, offset: number): never {
  fail('expression_invalid', `The expression does not parse: ${what}.`, {
    hint: 'Look at the marked place: a bracket, quote or operator is missing or too many.',
    at: { offset },
  });
}
