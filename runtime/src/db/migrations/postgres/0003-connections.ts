import { Migration } from '@mikro-orm/migrations';

export class Connections extends Migration {
  override up(): void {
    this.addSql(`alter table "connection" add column "scope" varchar(255) not null default 'project'`);
    this.addSql(`alter table "connection" add column "owner_id" varchar(255) not null default ''`);
    this.addSql(`alter table "connection" add column "owner_name" text not null default ''`);
    this.addSql(`alter table "connection" add column "account" jsonb null`);
    this.addSql(`alter table "connection" add column "identity" text null`);
    this.addSql(`alter table "connection" add column "scopes" jsonb null`);
    this.addSql(`alter table "connection" add column "setup" varchar(255) null`);
    this.addSql(`alter table "connection" add column "tested_at" double precision null`);
    this.addSql(`alter table "connection" add column "refresh_at" double precision null`);
    this.addSql(`alter table "connection" add column "check_at" double precision null`);
    this.addSql(`alter table "connection" add column "forecast" jsonb null`);
    this.addSql(`alter table "connection" add column "lived_ms" double precision null`);
    this.addSql(`create index "connection_refresh_idx" on "connection" ("refresh_at")`);
    this.addSql(`create index "connection_check_idx" on "connection" ("check_at")`);
    this.addSql(`alter table "credential" add column "refresh_started" double precision null`);
    this.addSql(`create table "oauth_attempt" ("id" varchar(255) not null, "connection_id" varchar(255) not null, "user_id" varchar(255) not null, "state_hash" varchar(255) null, "sealed" text not null, "asked" jsonb not null, "missing" jsonb null, "state" varchar(255) not null, "problem" jsonb null, "expires_at" double precision not null, "poll_at" double precision null, primary key ("id"))`);
    this.addSql(`alter table "oauth_attempt" add constraint "oauth_attempt_state_hash_unique" unique ("state_hash")`);
    this.addSql(`create table "oauth_app" ("connector" varchar(255) not null, "scheme" varchar(255) not null, "client_id" text not null, "set_at" double precision not null, "set_by" varchar(255) not null, primary key ("connector", "scheme"))`);
  }
}
