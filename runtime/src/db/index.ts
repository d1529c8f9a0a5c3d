/**
 * db: one database behind one door, SQLite or PostgreSQL. Rooms bring their entities; the hot path
 * speaks SQL through `query` and commits in groups. Knows no room.
 */
export { openDb, type Db, type Query, type Em } from './open-db.ts';
export { GroupCommit } from './group-commit.ts';
export { rowsOf, valuesOf } from './sql.ts';
