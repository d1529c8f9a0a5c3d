import { fail, ProblemError, problem, type Endpoint } from '@patchbay/shared/base';
import type { HonoRequest } from 'hono';
import type { z } from 'zod';

import { readJson } from './read-body.ts';
import { refuseText } from './refuse-unstorable.ts';

/** Path, query and body, each through the endpoint's schema. Unknown query names are refused too. */
export async function parseInput(
  endpoint: Endpoint,
  request: HonoRequest,
): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  const params: Record<string, string> = request.param();
  for (const text of Object.values({ ...params, ...request.query() })) refuseText(text);
  if (endpoint.params) input.params = check(endpoint.params, params, 'path');
  if (endpoint.query) input.query = check(endpoint.query, request.query(), 'query');
  if (endpoint.body)
    input.body = check(endpoint.body, await jsonOf(request, endpoint.mostBytes), 'body');
  return input;
}

async function jsonOf(request: HonoRequest, mostBytes?: number): Promise<unknown> {
  const type = request.header('content-type');
  if (type !== undefined && !type.includes('json')) {
    return fail(
      'unsupported_media',
      `The body is ${type}, not JSON.`,
      'Send it with content-type: application/json.',
    );
  }
  return readJson(request.raw, mostBytes);
}

function check(schema: z.ZodType, value: unknown, part: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') ?? '';
  const where = field ? `"${field}" in the ${part}` : `the ${part}`;
  throw new ProblemError(
    problem(
      'invalid_input',
      `There is something wrong with ${where}: ${issue?.message ?? 'not as expected'}.`,
      {
        hint: 'Correct it and send it again.',
        at: { field },
        details: {
          issues: result.error.issues
            .slice(0, 20)
            .map((i) => ({ field: i.path.join('.'), message: i.message })),
        },
      },
    ),
  );
}
