import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';

import type { Db } from '#db';
import type { Settings } from '#lib';

import { adoptOwners } from './set-up.ts';
import type { Vault } from './vault-secret.ts';

const DAY_S = 86_400;

/** Sign-in with e-mail and password. Its tables stand in our database and are its own affair. */
export async function openAuth(db: Db, settings: Settings, vault: Vault): Promise<Auth> {
  const https = settings.publicUrl?.startsWith('https:') ?? false;
  const secret = await db.alone(() => vault.keyFor(db.query, 'session cookies'));
  const auth = betterAuth({
    baseURL: settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
    secret,
    database: { db: db.kysely as never, type: db.dialect === 'postgres' ? 'postgres' : 'sqlite' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      autoSignIn: true,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: 14 * DAY_S,
      updateAge: DAY_S,
      cookieCache: { enabled: true, maxAge: 60 },
    },
    advanced: {
      cookiePrefix: 'patchbay',
      useSecureCookies: https,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    verification: { storeIdentifier: 'hashed' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
  });
  await db.alone(async () => {
    await (await getMigrations(auth.options)).runMigrations();
    await adoptOwners(db, Date.now());
  });
  return auth;
}

export interface SessionUser {
  id: string;
  name: string;
  email: string;
}

/** The part of better-auth that we use. */
export interface Auth {
  $context: Promise<{
    internalAdapter: {
      createVerificationValue(input: {
        identifier: string;
        value: string;
        expiresAt: Date;
      }): Promise<unknown>;
    };
  }>;
  api: {
    resetPassword(input: {
      body: { newPassword: string; token: string };
      asResponse: true;
    }): Promise<Response>;
    getSession(input: { headers: Headers }): Promise<{ user: SessionUser } | null>;
    signUpEmail(input: {
      body: { name: string; email: string; password: string };
      headers: Headers;
      asResponse: true;
    }): Promise<Response>;
    signInEmail(input: {
      body: { email: string; password: string };
      headers: Headers;
      asResponse: true;
    }): Promise<Response>;
    changePassword(input: {
      body: { currentPassword: string; newPassword: string; revokeOtherSessions: true };
      headers: Headers;
      asResponse: true;
    }): Promise<Response>;
    signOut(input: { headers: Headers; asResponse: true }): Promise<Response>;
  };
}
