/** Makes a connector of what an MCP server says of its tools, as pure data; asks no server itself. */
export { convertTools } from './convert-tools.ts';
