import type { z } from 'zod';

const WORDS = {
  name: 'Say what you are called.',
  email: 'Write an e-mail address, such as ada@example.com.',
  password: 'Use at least 10 characters.',
};

type DoorField = keyof typeof WORDS;

/** What a person enters who comes for the first time. */
export interface DoorDraft {
  name: string;
  email: string;
  password: string;
}

/** What keeps a form at the door from being sent, by field: the rules are those of the endpoint. */
export function problemsAtDoor(
  rules: z.ZodType | undefined,
  draft: unknown,
): Partial<Record<DoorField, string>> {
  const issues = rules?.safeParse(draft).error?.issues ?? [];
  const fields = issues.map((issue) => String(issue.path[0]) as DoorField);
  return Object.fromEntries(fields.map((field) => [field, WORDS[field]]));
}
