import { parseJson } from '@patchbay/shared/base';
import { flowEditSchema } from '@patchbay/shared/flows';
import { z } from 'zod';

import type { SaveRequest } from './save-queue.ts';

/** As much of `Storage` as we need, so that tests can give a Map. */
export interface KeepStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  /** All keys it holds. */
  keys(): string[];
}

const keptSchema = z.object({
  revision: z.number(),
  edits: z.array(flowEditSchema),
  /** When its window last said it lives; 0 when it said goodbye. */
  at: z.number(),
});

/** A window that was silent for so long is gone, and its edits are anybody's to save. */
const SILENT_MS = 90_000;

/**
 * Keeps a window's unsaved edits of one flow, apart from those of other windows. What a closed
 * window left behind is taken over by the next that opens the flow.
 */
export class EditKeeper {
  private readonly storage: KeepStorage;
  private readonly prefix: string;
  private readonly own: string;
  private last: SaveRequest | undefined;
  /** False when the browser had no room: then closing the window must ask. */
  persisted = true;

  constructor(storage: KeepStorage, flow: string, windowId: string) {
    this.storage = storage;
    this.prefix = `patchbay.edits.${flow}.`;
    this.own = `${this.prefix}${windowId}`;
  }

  keep(request: SaveRequest, at = Date.now()): void {
    this.last = request;
    try {
      if (request.edits.length === 0) this.storage.removeItem(this.own);
      else this.storage.setItem(this.own, JSON.stringify({ ...request, at }));
      this.persisted = true;
    } catch {
      this.persisted = false;
    }
  }

  /** Says that this window lives, or (0) that it is about to go. */
  beat(at = Date.now()): void {
    if (this.last && this.last.edits.length > 0) this.keep(this.last, at);
  }

  /** Own edits from before a reload, and those of windows that are gone. */
  take(now = Date.now()): SaveRequest | undefined {
    const found = this.storage
      .keys()
      .filter((key) => key.startsWith(this.prefix))
      .flatMap((key) => this.read(key, now));
    for (const { key } of found) this.storage.removeItem(key);
    if (found.length === 0) return undefined;
    return {
      revision: Math.min(...found.map((one) => one.revision)),
      edits: found.flatMap((one) => one.edits),
    };
  }

  private read(key: string, now: number): (SaveRequest & { key: string })[] {
    const parsed = parseJson(this.storage.getItem(key) ?? '');
    const kept = keptSchema.safeParse(parsed.ok ? parsed.value : undefined);
    if (!kept.success) return [];
    const { revision, edits, at } = kept.data;
    return key === this.own || now - at > SILENT_MS ? [{ key, revision, edits }] : [];
  }
}

/** The browser's storage; where it is forbidden, nothing is kept and closing asks. */
export function browserStorage(): KeepStorage {
  return {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => localStorage.setItem(key, value),
    removeItem: (key) => localStorage.removeItem(key),
    keys: () => Object.keys(localStorage),
  };
}
