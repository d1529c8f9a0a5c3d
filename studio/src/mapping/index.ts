/** mapping: trying expressions on sample data while they are written. */
export { evaluateLocally } from '#lib';
