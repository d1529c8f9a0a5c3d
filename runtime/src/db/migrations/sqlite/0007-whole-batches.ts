import { Migration } from '@mikro-orm/migrations';

export class WholeBatches extends Migration {
  override up(): void {
    this.addSql(`alter table \`test_batch\` add column \`whole\` integer not null default 1`);
  }
}
