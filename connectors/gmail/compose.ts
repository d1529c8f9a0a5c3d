import type { z } from 'zod';

import type { file } from './fields.ts';

/** A mail before it is written down. */
export interface Mail {
  to?: string[];
  cc?: string[];
  bcc?: string[];
  from?: string;
  replyTo?: string;
  subject: string;
  body: string;
  format: 'text' | 'html';
  attachments?: z.output<typeof file>[];
  /** The message id it answers, and those before that. */
  inReplyTo?: string;
  references?: string;
}

/** The mail as an internet message, in the base64 that Gmail takes. */
export async function compose({ body, format, attachments = [], ...mail }: Mail): Promise<string> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    ...mail,
    [format]: body,
    attachments: attachments.map(({ name, type, base64 }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(base64, 'base64'),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const written = composer.compile();
  // Gmail reads the blind copies from the message, and takes them out before it sends it.
  written.keepBcc = true;
  return (await written.build()).toString('base64url');
}
