import { Migration } from '@mikro-orm/migrations';

export class Access extends Migration {
  override up(): void {
    this.addSql(`create table "access_token" ("id" varchar(255) not null primary key, "name" text not null, "hash" varchar(255) not null, "start" text not null, "created_at" double precision not null, "created_by" text not null, "used_at" double precision null)`);
    this.addSql(`create unique index "access_token_hash_idx" on "access_token" ("hash")`);
  }
}
