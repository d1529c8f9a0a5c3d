import { z } from 'zod';

/** How a list is asked for: keyset paging, so a page never shifts while new rows arrive. */
export const pageQuery = z.object({
  /** The `next` of the page before. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of `item`; `next` is absent on the last one. */
export function pageOf<T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodOptional<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

export const okSchema = z.object({ ok: z.literal(true) });
