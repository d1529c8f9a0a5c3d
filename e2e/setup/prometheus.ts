import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable } from './shell.ts';

/** Prometheus, which watches itself and has a rule whose alert `AlwaysOn` fires at once. */
export const prometheus: ServerPart = {
  name: 'Prometheus',
  packages: ['prometheus'],
  find: () => findExecutable('prometheus'),
  start: async (command, place) => {
    const { port, dataDir, isNew } = await choosePlace('prometheus', place);
    const settings = join(dataDir, 'prometheus.yml');
    if (isNew) await configure(settings, { port, dataDir });
    const url = `http://127.0.0.1:${port}`;
    const args = [
      `--config.file=${settings}`,
      `--storage.tsdb.path=${join(dataDir, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    const how = { readyLine: 'Server is ready', stopSignal: 'SIGTERM' } as const;
    return startPrivate({ command, args, ...how }, { url, port, dataDir });
  },
};

async function configure(
  settings: string,
  { port, dataDir }: { port: number; dataDir: string },
): Promise<void> {
  const rules = join(dataDir, 'rules.yml');
  const alert = '      - { alert: AlwaysOn, expr: vector(1), labels: { severity: page } }';
  await writeFile(rules, `groups:\n  - name: tests\n    rules:\n${alert}\n`);
  const lines = [
    'global: { scrape_interval: 1s, evaluation_interval: 1s }',
    `rule_files: ['${rules}']`,
    'scrape_configs:',
    `  - { job_name: self, static_configs: [{ targets: ['127.0.0.1:${port}'] }] }`,
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
}
