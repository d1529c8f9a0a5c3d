import type { Gap } from '@patchbay/shared/catalog';

const MESSAGES: Record<Gap['code'], string> = {
  no_auth: 'The document does not say how to sign in. Add a way if the API wants one.',
  auth_unusable: 'A way to sign in is described in a form that cannot be used here.',
  no_base_url: 'The document does not say where the API is. Each connection asks for the address.',
  no_test: 'No request was found that could prove a connection. Choose one.',
  no_operation_id: 'Operations without a name of their own are named by verb and path.',
  no_response: 'The answers of these operations are not described.',
  external_ref: 'Schemas in other files or on other hosts are not fetched; any value is taken.',
  broken_ref: 'References that lead nowhere; any value is taken.',
  bad_pattern: 'Patterns that are no regular expression are not checked.',
  xml_body: 'These take XML, which is to be given as text.',
  body_unusable: 'The body of these has a type that cannot be written here.',
  no_hints: 'These tools do not say what they change; they count as writing.',
  sign_in_first:
    'The server tells its tools only to those who are signed in. Install it, make a connection and sign in there; then look at it again with that connection.',
  renamed_field: 'Fields that share a name with another one carry the place in their name.',
};
const MOST_EXAMPLES = 5;

/** Gathers what a document leaves open, by kind. */
export class Gaps {
  private readonly found = new Map<Gap['code'], Gap>();

  add(code: Gap['code'], example?: string): void {
    const gap = this.found.get(code) ?? { code, message: MESSAGES[code], count: 0, examples: [] };
    gap.count++;
    if (example !== undefined && gap.examples.length < MOST_EXAMPLES) gap.examples.push(example);
    this.found.set(code, gap);
  }

  list(): Gap[] {
    return [...this.found.values()];
  }
}
