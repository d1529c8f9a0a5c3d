import { Migration } from '@mikro-orm/migrations';

/** What there was before projects is in the main one. */
export class Projects extends Migration {
  override up(): void {
    this.addSql(`create table "project" ("id" varchar(255) not null primary key, "name" text not null, "created_at" double precision not null, "created_by" text not null)`);
    this.addSql(`insert into "project" values ('default', 'Main', floor(extract(epoch from now()) * 1000), 'Patchbay')`);
    this.addSql(`alter table "flow" add column "project_id" varchar(255) not null default 'default'`);
    this.addSql(`create index "flow_project_idx" on "flow" ("project_id")`);
    this.addSql(`alter table "access_token" add column "project_id" varchar(255) not null default 'default'`);
    this.addSql(`alter table "mapping_function" add column "project_id" varchar(255) not null default 'default'`);
    this.addSql(`alter table "mapping_function" drop constraint "mapping_function_pkey"`);
    this.addSql(`alter table "mapping_function" add primary key ("project_id", "name")`);
    this.addSql(`alter table "console_call" add column "project_id" varchar(255) not null default 'default'`);
    this.addSql(`drop index "console_call_action_idx"`);
    this.addSql(`create index "console_call_action_idx" on "console_call" ("project_id", "connector", "action", "id")`);
  }
}
