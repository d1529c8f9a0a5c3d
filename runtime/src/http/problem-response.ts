import { PROBLEMS, type Problem } from '@patchbay/shared/base';

/** A Problem as RFC 9457 `application/problem+json`, with all of its own fields beside the standard ones. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const { status } = PROBLEMS[problem.code];
  const body = {
    type: `urn:patchbay:problem:${problem.code}`,
    title: problem.message,
    status,
    detail: problem.hint,
    ...problem,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
