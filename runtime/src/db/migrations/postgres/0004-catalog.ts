import { Migration } from '@mikro-orm/migrations';

export class Catalog extends Migration {
  override up(): void {
    this.addSql(`create table "connector_document" ("hash" varchar(255) not null primary key, "manifest" text not null, "findings" text not null, "source" text null, "at" double precision not null)`);
    this.addSql(`create table "connector_version" ("connector" varchar(255) not null, "version" varchar(255) not null, "document" varchar(255) not null, "overlay" text not null, "summary" text not null, "release" text not null, "at" double precision not null, "by_name" text not null, primary key ("connector", "version"))`);
    this.addSql(`create index "connector_version_newest_idx" on "connector_version" ("connector", "at")`);
    this.addSql(`create table "event_source" ("flow_id" varchar(255) not null, "node" varchar(255) not null, "about" text not null, "cursor" text null, "seen" text not null, "subscription" text null, "secret" text null, "problem" text null, "looked_at" double precision null, "begun" integer not null default 0, primary key ("flow_id", "node"))`);
  }
}
