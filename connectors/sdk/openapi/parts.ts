import { isObject, type JsonObject } from '@patchbay/shared/base';

/** The value when it is a list, else an empty one: nothing in a document can be relied on. */
export function listOf<T>(value: T[] | undefined): T[] {
  return Array.isArray(value) ? value : [];
}

/** The value when it is an object, else an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
