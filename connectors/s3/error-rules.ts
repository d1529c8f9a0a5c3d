import type { ErrorRule } from '@patchbay/shared/catalog';

/** What the error codes of stores mean and what to do. */
export const errorRules: ErrorRule[] = [
  rule(
    'InvalidAccessKeyId',
    'The store does not know the key',
    'Enter the access key again.',
    'auth_expired',
  ),
  rule(
    'SignatureDoesNotMatch',
    'The secret does not belong to the key',
    'Enter both again; check the region too.',
    'auth_expired',
  ),
  rule('ExpiredToken', 'The session has ended', 'Enter a new session token.', 'auth_expired'),
  rule('AccessDenied', 'Not allowed', 'Grant the right to the key, or use another.', 'rejected'),
  rule('NoSuchBucket', 'No such bucket', 'Choose a bucket from the list.', 'rejected'),
  rule('NoSuchKey', 'No such object', 'Check its key; upper and lower case matter.', 'rejected'),
  rule(
    'PermanentRedirect',
    'The bucket is in another region',
    'Set the region of the connection to that of the bucket.',
    'rejected',
  ),
  rule(
    'AuthorizationHeaderMalformed',
    'The bucket is in another region',
    'Set the region of the connection to that of the bucket.',
    'rejected',
  ),
  rule('RequestTimeTooSkewed', 'The clock of this machine is wrong', 'Set the clock.', 'rejected'),
  rule(
    'PreconditionFailed',
    'It exists already',
    'Use another key, or let it be overwritten.',
    'rejected',
  ),
  rule('SlowDown', 'The store asks for a pause', 'Patchbay tries again by itself.', 'rate_limited'),
];

function rule(code: string, title: string, hint: string, kind: ErrorRule['kind']): ErrorRule {
  return { when: { code }, title, hint, kind };
}
