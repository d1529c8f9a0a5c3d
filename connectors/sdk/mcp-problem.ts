import { isObject, parseJson, problem, ProblemError } from '@patchbay/shared/base';

import { rejected, unavailable } from './errors.ts';
import type { McpLine } from './mcp-line.ts';
import { type McpPlace, nameOfPlace } from './mcp-place.ts';

const LOOK_AGAIN = 'If its tools changed, look at the server again in the catalogue.';

/** In words what went wrong between us and a server. Codes are those of the MCP client. */
export function mcpProblem(error: unknown, place: McpPlace, line?: McpLine): ProblemError {
  if (error instanceof ProblemError) return error;
  const who = nameOfPlace(place);
  const said = line?.said() ?? '';
  const details = { ...codeIn(error), ...(said !== '' && { said }) };
  const words = error instanceof Error ? error.message.slice(0, 300) : '';
  switch (details.code) {
    case 'REQUEST_TIMEOUT':
      return new ProblemError(
        problem('timed_out', `${who} did not answer in time.`, {
          hint: 'Try again later; check that the server is up and speaks MCP.',
          details,
        }),
      );
    case 'CONNECTION_CLOSED':
    case 'NOT_CONNECTED':
    case 'SEND_FAILED':
      return unavailable(`${who} ended before it answered${said ? `: ${lastLine(said)}` : '.'}`, {
        hint: 'Check that it starts and speaks MCP; the operator sees why by starting it by hand.',
        details,
      });
    case 'ENOENT':
    case 'EACCES':
      return rejected(`${who} could not be started: its program is not there, or may not be run.`, {
        hint: 'The operator corrects its command in the file of MCP_SERVERS.',
        details,
      });
    case 'LIST_PAGINATION_EXCEEDED':
      return rejected(`The list of tools of ${who} does not end.`, { details, hint: LOOK_AGAIN });
    case 'INVALID_RESULT':
      return rejected(`${who} does not answer as MCP has it${placeIn(error)}.`, {
        details,
        hint: 'Tell whoever runs the server; until it is mended there is nothing to be used.',
      });
    default:
      return rejected(`${who} answered with an error: ${words}`, { details, hint: LOOK_AGAIN });
  }
}

function codeIn(error: unknown): { code?: string | number } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' || typeof code === 'number' ? { code } : {};
}

/** The first place that is wrong; the client writes its findings as JSON into its message. */
function placeIn(error: unknown): string {
  const { message } = error as Error;
  const found = parseJson(message.slice(message.indexOf('[')));
  const [first] = found.ok && Array.isArray(found.value) ? found.value : [];
  if (!isObject(first) || !Array.isArray(first.path)) return '';
  return `, at ${first.path.map(plain).join('.')}: ${plain(first.message)}`;
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function lastLine(text: string): string {
  return text.split('\n').at(-1)?.slice(0, 200) ?? '';
}
