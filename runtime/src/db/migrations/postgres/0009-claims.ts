import { Migration } from '@mikro-orm/migrations';

export class Claims extends Migration {
  override up(): void {
    this.addSql(`alter table "armed_trigger" add column "claimed_until" double precision null`);
  }
}
