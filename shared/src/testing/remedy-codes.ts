import type { ProblemCode } from '#base';

import { COMPARE, LATER, rule, type RemedyRule } from './remedy-rules.ts';

const OUR_SIDE = 'Try again. If it stays, give the id of the run to whoever runs Patchbay.';
const WRITE = 'Look at the marked place; the error says what is wrong there.';

/** By the kind of problem, when nothing more exact is known. */
export const CODE_REMEDIES: Record<ProblemCode, RemedyRule> = {
  invalid_input: rule(
    'wrong_input',
    'A value is missing or of the wrong kind',
    'input',
    'Correct the marked field.',
  ),
  json_malformed: rule(
    'not_json',
    'What was sent is not JSON',
    'input',
    'Correct the JSON at the marked place.',
  ),
  json_too_deep: rule(
    'json_too_deep',
    'The JSON is nested too deep',
    'input',
    'Send a flatter document.',
  ),
  json_forbidden_key: rule(
    'json_forbidden_key',
    'The JSON has a forbidden key',
    'input',
    'Rename that key.',
  ),
  too_large: rule('too_large', 'It is too large', 'input', 'Ask for or send less at a time.'),
  unsupported_media: rule(
    'wrong_body_type',
    'The body has the wrong format',
    'input',
    'Send JSON, a form or text.',
  ),
  not_signed_in: rule(
    'not_signed_in',
    'You are not signed in',
    undefined,
    'Sign in and try again.',
  ),
  bad_signature: rule(
    'bad_signature',
    'The sender could not be proved',
    'configure',
    'Compare the webhook’s secret with the one at the sender.',
  ),
  forbidden: rule(
    'no_permission',
    'You may not do this',
    undefined,
    'Ask an administrator for the permission.',
  ),
  not_found: rule(
    'not_there',
    'What the step needs is not there',
    'configure',
    'Choose another one.',
  ),
  method_not_allowed: rule(
    'wrong_method',
    'The address does not take this method',
    'configure',
    'Use one of the methods of the webhook.',
  ),
  conflict: rule(
    'conflict',
    'It is in the way of something that exists',
    undefined,
    'Look at what is there, then decide.',
  ),
  too_many_requests: rule('rate_limited', 'Too many requests', undefined, 'Wait a moment.'),
  flow_invalid: rule(
    'flow_invalid',
    'The flow cannot run as it is drawn',
    'configure',
    'Open the list of problems in the editor and mend each.',
  ),
  expression_invalid: rule('expression_syntax', 'The expression does not parse', 'input', WRITE),
  expression_failed: rule(
    'expression_data',
    'The expression does not fit the data',
    'input',
    'Compare the expression with the data of the step.',
    'Guard what may be missing: $exists(x) ? x : "".',
  ),
  expression_limit: rule(
    'expression_limit',
    'The expression does too much',
    'input',
    'Go through the list in a loop node, a few items at a time.',
  ),
  flow_failed: rule(
    'flow_said_so',
    'The flow was made to fail here',
    'configure',
    'Look at what led to this step.',
  ),
  depth_limit: rule(
    'flows_too_deep',
    'Flows call each other too deep',
    'configure',
    'Break the circle of flows that call each other.',
  ),
  auth_expired: rule(
    'credential_refused',
    'The credential was refused',
    'connection',
    'Enter the credential again.',
    'Check at the provider that it has not been revoked or run out.',
  ),
  rate_limited: rule(
    'rate_limited',
    'Too many requests',
    'settings',
    'Wait as long as the other side asks.',
    'Lower the concurrency of the loop, or spread the runs.',
  ),
  unavailable: rule(
    'no_answer',
    'The other system did not answer',
    undefined,
    LATER,
    'Check that it is up and can be reached from here.',
  ),
  rejected: rule('refused', 'The other system said no', 'input', COMPARE),
  address_blocked: rule(
    'address_blocked',
    'The address is inside a network that is closed to flows',
    'connection',
    'Use the public address of the system.',
    'If it is meant to be reached, the operator adds it to ALLOWED_PRIVATE_HOSTS.',
  ),
  timed_out: rule(
    'too_slow',
    'It took too long',
    'settings',
    'Raise the time limit of the step, or ask for less at a time.',
  ),
  cancelled: rule(
    'cancelled',
    'It was stopped',
    undefined,
    'Start it again if that was not intended.',
  ),
  quarantined: rule(
    'quarantined',
    'The run was put aside',
    'configure',
    'Look at its last step: something in it ends the worker.',
  ),
  not_ready: rule('ours', 'Patchbay is not ready', undefined, OUR_SIDE),
  internal: rule('ours', 'Something went wrong on our side', undefined, OUR_SIDE),
};
