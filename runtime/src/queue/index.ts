/**
 * queue: wake-ups and news between processes. Both are hints: what is lost here is found again in
 * the database, so nothing here carries data or needs to be durable.
 */
export { openQueue, type Queue, type News } from './queue.ts';
