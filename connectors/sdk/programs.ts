/** A program that the operator allows to be started as an MCP server; people know its name alone. */
export interface Program {
  command: string;
  args?: string[];
  /** Added to the few variables that every program gets; ours are not handed on. */
  env?: Record<string, string>;
  cwd?: string;
}

/** By the name that people choose. */
export type Programs = Readonly<Record<string, Program>>;
