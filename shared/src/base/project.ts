/** The project that is there from the start; a request that names none means this one. */
export const MAIN_PROJECT = 'default';

/**
 * The request header that names a project. Only lists and what is made anew heed it: a request whose
 * path names a flow, a run, a connection or a suite happens in the project of that.
 */
export const PROJECT_HEADER = 'patchbay-project';
