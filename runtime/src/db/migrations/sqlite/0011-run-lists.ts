import { Migration } from '@mikro-orm/migrations';

/** What ended lately and what failed, found without a look at every run. */
export class RunLists extends Migration {
  override up(): void {
    this.addSql(`create index \`run_ended_idx\` on \`run\` (\`ended_at\`, \`flow_id\`, \`status\`, \`started_at\`) where \`ended_at\` is not null`);
    this.addSql(`create index \`run_failed_idx\` on \`run\` (\`status\`, \`id\`) where \`status\` in ('failed', 'cancelled', 'quarantined')`);
  }
}
