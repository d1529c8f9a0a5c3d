import { z } from 'zod';

/** A password that is chosen now; an older rule may have let a shorter one in. */
export const newPasswordSchema = z.string().min(10, 'Use at least 10 characters.').max(200);
