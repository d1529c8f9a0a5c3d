import { setUpOwner } from '@patchbay/shared/access';

export interface OwnerDraft {
  name: string;
  email: string;
  password: string;
}

const WORDS: Record<keyof OwnerDraft, string> = {
  name: 'Say what you are called.',
  email: 'Write an e-mail address, such as ada@example.com.',
  password: 'Use at least 10 characters.',
};

/** What keeps the owner from being made, by field: the rules are those of the endpoint. */
export function problemsOfOwner(owner: OwnerDraft): Partial<OwnerDraft> {
  const parsed = setUpOwner.body?.safeParse(owner);
  if (!parsed || parsed.success) return {};
  const fields = parsed.error.issues.map((issue) => String(issue.path[0]) as keyof OwnerDraft);
  return Object.fromEntries(fields.map((field) => [field, WORDS[field]]));
}
