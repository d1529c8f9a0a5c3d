/** What a function of ours throws when it can't do what it was asked; jsonata adds the place. */
export class FunctionError extends Error {
  readonly code = 'FUNCTION';
}
