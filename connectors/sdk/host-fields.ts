import { z } from 'zod';

const MOST_PORT = 65_535;

/** Where a server is: the first two fields of a connection that is not HTTP. */
export function hostFields(
  placeholder: string,
  port: number,
  portHelp?: string,
): { host: z.ZodString; port: z.ZodDefault<z.ZodNumber> } {
  const description = portHelp === undefined ? {} : { description: portHelp };
  return {
    host: z.string().min(1).meta({ title: 'Host', 'x-placeholder': placeholder, 'x-order': 1 }),
    port: z
      .number()
      .int()
      .min(1)
      .max(MOST_PORT)
      .default(port)
      .meta({ title: 'Port', ...description, 'x-order': 2 }),
  };
}

/**
 * Whether a certificate is checked and by whom, for protocols that say in a field of their own if
 * there is TLS at all; `what` is what can be read on the line without it.
 */
export function certificateFields(
  what: string,
  order: number,
): { verify: z.ZodDefault<z.ZodBoolean>; ca: z.ZodOptional<z.ZodString> } {
  return {
    verify: z
      .boolean()
      .default(true)
      .meta({
        title: 'Check the certificate',
        description: `Without it, somebody on the line can read ${what} and the password.`,
        'x-advanced': true,
        'x-order': order,
      }),
    ca: z
      .string()
      .optional()
      .meta({
        title: 'Certificate authority',
        description:
          'PEM text; only when the server’s certificate comes from an authority of your own.',
        'x-multiline': true,
        'x-advanced': true,
        'x-order': order + 1,
      }),
  };
}

/** The fields of a scheme that signs in as a user. */
export const userAndPassword = z.strictObject({
  user: z.string().min(1).meta({ title: 'User' }),
  password: z.string().meta({ title: 'Password', 'x-secret': true }),
});
