import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { mustRun } from './shell.ts';

const FOLDER = '/usr/share/redmine';
/** Where Debian's package puts the database that it fills with the usual trackers and statuses. */
const FILLED = '/var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default';
/** Redmine's own keys have forty digits. */
const KEY = '5eed'.repeat(10);

/** Redmine, whose administrator has an API key: the user of the URL. */
export const redmine: ServerPart = {
  name: 'Redmine',
  packages: ['redmine', 'redmine-sqlite', 'ruby-webrick'],
  find: () => (existsSync(FILLED) ? join(FOLDER, 'config.ru') : undefined),
  start: async (rackup, place) => {
    const { port, dataDir, isNew } = await choosePlace('redmine', place);
    const database = join(dataDir, 'redmine.db');
    if (isNew) await fill(database);
    const args = [rackup, '-s', 'webrick', '-o', '127.0.0.1', '-p', String(port)];
    const env = {
      BUNDLE_GEMFILE: join(FOLDER, 'Gemfile'),
      DATABASE_URL: `sqlite3:${database}`,
      RAILS_ENV: 'production',
      RUBYLIB: await webrickFolder(),
    };
    const how = { readyPort: port, stopSignal: 'SIGTERM', env } as const;
    const url = `http://${KEY}@127.0.0.1:${port}`;
    return startPrivate({ command: 'rackup', args, ...how }, { url, port, dataDir });
  },
};

async function fill(file: string): Promise<void> {
  await copyFile(FILLED, file);
  const database = new DatabaseSync(file);
  const now = new Date().toISOString();
  for (const setting of ['rest_api_enabled', 'login_required']) {
    database
      .prepare('insert into settings (name, value, updated_on) values (?, 1, ?)')
      .run(setting, now);
  }
  database
    .prepare(
      'insert into tokens (user_id, action, value, created_on, updated_on) values (1, ?, ?, ?, ?)',
    )
    .run('api', KEY, now, now);
  database.close();
}

// Redmine's bundle names no server, and so hides the one that is installed beside it.
async function webrickFolder(): Promise<string> {
  const script = "puts Gem::Specification.find_by_name('webrick').full_require_paths";
  return (await mustRun('ruby', ['-e', script])).trim();
}
