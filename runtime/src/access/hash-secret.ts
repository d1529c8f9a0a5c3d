import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: what is kept of them needs no slow hash, nobody can try them all. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashSecret = (text: string): string => createHash('sha256').update(text).digest('hex');
