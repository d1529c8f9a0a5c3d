import { Migration } from '@mikro-orm/migrations';

export class First extends Migration {
  override up(): void {
    this.addSql(`create table "audit_entry" ("id" varchar(255) not null, "at" double precision not null, "actor" varchar(255) not null, "actor_name" text not null, "action" varchar(255) not null, "subject" varchar(255) not null, "details" jsonb not null, primary key ("id"))`);
    this.addSql(`create index "audit_subject_idx" on "audit_entry" ("subject", "id")`);
    this.addSql(`create table "blob" ("id" varchar(255) not null, "run_id" varchar(255) not null, "data" text not null, primary key ("id"))`);
    this.addSql(`create index "blob_run_idx" on "blob" ("run_id")`);
    this.addSql(`create table "capture" ("id" varchar(255) not null, "flow_id" varchar(255) not null, "node" varchar(255) not null, "at" double precision not null, "payload" text not null, primary key ("id"))`);
    this.addSql(`create index "capture_trigger_idx" on "capture" ("flow_id", "node", "at")`);
    this.addSql(`create table "connection" ("id" varchar(255) not null, "project_id" varchar(255) not null, "name" text not null, "connector" varchar(255) not null, "version" varchar(255) not null, "config" jsonb not null, "auth_scheme" varchar(255) not null, "status" varchar(255) not null, "status_reason" jsonb null, "status_since" double precision not null, "created_at" double precision not null, "updated_at" double precision not null, primary key ("id"))`);
    this.addSql(`create table "credential" ("id" varchar(255) not null, "project_id" varchar(255) not null, "sealed" text not null, "fields" jsonb not null, "set_at" double precision not null, "set_by" varchar(255) not null, "version" int not null default 1, primary key ("id"))`);
    this.addSql(`create table "data_key" ("id" varchar(255) not null, "project_id" varchar(255) not null, "wrapped" text not null, "created_at" double precision not null, primary key ("id"))`);
    this.addSql(`create table "flow" ("id" varchar(255) not null, "name" text not null, "folder" varchar(255) not null default '', "revision" int not null default 0, "graph" jsonb not null, "live_version" int null, "live_version_id" varchar(255) null, "version_hash" varchar(255) null, "retention" jsonb not null, "created_at" double precision not null, "updated_at" double precision not null, "updated_by" varchar(255) not null, primary key ("id"))`);
    this.addSql(`create table "flow_edit" ("flow_id" varchar(255) not null, "revision" int not null, "actor" varchar(255) not null, "actor_name" text not null, "at" double precision not null, "edit" jsonb not null, primary key ("flow_id", "revision"))`);
    this.addSql(`create table "flow_version" ("id" varchar(255) not null, "flow_id" varchar(255) not null, "number" int null, "hash" varchar(255) not null, "graph" text not null, "engine" varchar(255) not null, "notes" text not null default '', "published_at" double precision not null, "published_by" varchar(255) not null, primary key ("id"))`);
    this.addSql(`create index "flow_version_flow_idx" on "flow_version" ("flow_id", "number")`);
    this.addSql(`create table "journal" ("run_id" varchar(255) not null, "seq" int not null, "events" text not null, primary key ("run_id", "seq"))`);
    this.addSql(`create table "listener" ("flow_id" varchar(255) not null, "node" varchar(255) not null, "until" double precision not null, primary key ("flow_id", "node"))`);
    this.addSql(`create table "run" ("id" varchar(255) not null, "flow_id" varchar(255) not null, "version_id" varchar(255) not null, "version_number" int null, "status" varchar(255) not null, "trigger_kind" varchar(255) not null, "trigger_node" varchar(255) not null, "input" text not null, "seq" int not null default 0, "fence" int not null default 0, "owner" varchar(255) null, "wake_at" double precision null, "stalls" int not null default 0, "created_at" double precision not null, "started_at" double precision null, "ended_at" double precision null, "problem" text null, "delivery_key" varchar(255) null, "origin" varchar(255) not null, "retry_of" varchar(255) null, "parent_run" varchar(255) null, "parent_step" varchar(255) null, "depth" int not null default 0, primary key ("id"))`);
    this.addSql(`alter table "run" add constraint "run_delivery_key_unique" unique ("delivery_key")`);
    this.addSql(`create index "run_wake_idx" on "run" ("wake_at")`);
    this.addSql(`create index "run_flow_idx" on "run" ("flow_id", "id")`);
    this.addSql(`create index "run_parent_idx" on "run" ("parent_run")`);
    this.addSql(`create index "run_retry_idx" on "run" ("retry_of")`);
    this.addSql(`create table "armed_trigger" ("flow_id" varchar(255) not null, "node" varchar(255) not null, "kind" varchar(255) not null, "version_id" varchar(255) not null, "version_number" int not null, "next_at" double precision null, primary key ("flow_id", "node"))`);
    this.addSql(`create index "trigger_next_idx" on "armed_trigger" ("next_at")`);
  }
}
