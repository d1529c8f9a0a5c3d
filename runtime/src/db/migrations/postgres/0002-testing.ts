import { Migration } from '@mikro-orm/migrations';

export class Testing extends Migration {
  override up(): void {
    this.addSql(`alter table "run" add column "script" text null`);
    this.addSql(`create table "workbench" ("flow_id" varchar(255) not null, "pins" text not null, "breakpoints" text not null, primary key ("flow_id"))`);
    this.addSql(`create table "console_call" ("id" varchar(255) not null, "connection_id" varchar(255) null, "connector" varchar(255) not null, "action" varchar(255) not null, "body" text not null, primary key ("id"))`);
    this.addSql(`create index "console_call_action_idx" on "console_call" ("connector", "action", "id")`);
    this.addSql(`create index "console_call_connection_idx" on "console_call" ("connection_id", "id")`);
    this.addSql(`create table "test_case" ("id" varchar(255) not null, "subject" varchar(255) not null, "body" text not null, primary key ("id"))`);
    this.addSql(`create index "test_case_subject_idx" on "test_case" ("subject", "id")`);
    this.addSql(`create table "test_batch" ("id" varchar(255) not null, "subject" varchar(255) not null, "body" text not null, primary key ("id"))`);
    this.addSql(`create index "test_batch_subject_idx" on "test_batch" ("subject", "id")`);
    this.addSql(`create table "test_schedule" ("subject" varchar(255) not null, "schedule" text not null, "next_at" double precision null, primary key ("subject"))`);
    this.addSql(`create index "test_schedule_next_idx" on "test_schedule" ("next_at")`);
    this.addSql(`create table "test_suite_version" ("version_id" varchar(255) not null, "flow_id" varchar(255) not null, "cases" text not null, primary key ("version_id"))`);
  }
}
