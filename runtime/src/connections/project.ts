/** The one project there is until projects come. */
export const PROJECT = 'default';
