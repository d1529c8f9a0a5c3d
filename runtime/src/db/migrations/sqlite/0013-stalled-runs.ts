import { Migration } from '@mikro-orm/migrations';

/** Runs that workers died on are few, and looked for often. */
export class StalledRuns extends Migration {
  override up(): void {
    this.addSql(`create index \`run_stalled_idx\` on \`run\` (\`wake_at\`) where \`stalls\` > 0`);
  }
}
