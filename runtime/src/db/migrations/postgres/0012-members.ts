import { Migration } from '@mikro-orm/migrations';

export class Members extends Migration {
  override up(): void {
    this.addSql(`create table "member" ("person_id" varchar(255) not null, "project_id" varchar(255) not null, "role" varchar(255) not null, "since" double precision not null, primary key ("person_id", "project_id"))`);
    this.addSql(`create table "invitation" ("id" varchar(255) not null primary key, "project_id" varchar(255) not null, "email" text not null, "role" varchar(255) not null, "hash" varchar(255) not null, "created_at" double precision not null, "created_by" text not null, "expires_at" double precision not null)`);
    this.addSql(`create unique index "invitation_hash_idx" on "invitation" ("hash")`);
  }
}
