/** access: who is here and what they may do. */
export * from './endpoints.ts';
export * from './people.ts';
export * from './projects.ts';
export * from './roles.ts';
export * from './tokens.ts';
