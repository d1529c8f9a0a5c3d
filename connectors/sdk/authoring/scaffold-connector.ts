import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { fail } from '@patchbay/shared/base';

import { connectorTemplate, constantOf } from './connector-template.ts';

const HINT = 'Use small letters, digits and dashes, such as "my-crm".';
/** Names that would be no name of a constant, or that the registry has for something else. */
const TAKEN =
  /^(await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|let|static|implements|interface|package|private|protected|public|sdk|connectors|node-modules)$/;

/** Makes the folder of a connector and its line in the registry; gives the files it wrote. */
export async function scaffoldConnector(
  folder: string,
  id: string,
  date: string,
): Promise<string[]> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 60 || TAKEN.test(id))
    return fail('invalid_input', `"${id}" can't be the id of a connector.`, HINT);
  const registry = join(folder, 'registry.ts');
  const own = join(folder, id);
  const text = await readFile(registry, 'utf8');
  if (existsSync(own) || text.includes(` ${constantOf(id)},`))
    return fail('conflict', `There is a connector "${id}" already.`, 'Choose another name.');
  const files = Object.entries(connectorTemplate(id, date));
  try {
    await mkdir(own);
    for (const [name, content] of files) await writeFile(join(own, name), content);
    await writeFile(`${registry}.new`, withConnector(text, id));
    await rename(`${registry}.new`, registry);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
  return [...files.map(([name]) => join(own, name)), registry];
}

/** The registry with one more connector: its import in its place, its entry at the end. */
function withConnector(text: string, id: string): string {
  const constant = constantOf(id);
  const line = `import { ${constant} } from './${id}/index.ts';`;
  const lines = text.split('\n');
  const imports = lines.filter((one) => /^import \{.*\} from '\.\//.test(one));
  const before = imports.findLast((one) => placeOf(one) < placeOf(line)) ?? '';
  const at = before === '' ? lines.indexOf(imports[0] ?? '') : lines.indexOf(before) + 1;
  lines.splice(at, 0, line);
  const end = lines.indexOf('];');
  if (imports.length === 0 || end < 0)
    fail('internal', 'The registry is not as it was made.', 'Add the connector to it by hand.');
  lines.splice(end, 0, `  ${constant},`);
  return lines.join('\n');
}

function placeOf(line: string): string {
  return line.slice(line.indexOf("'"));
}
