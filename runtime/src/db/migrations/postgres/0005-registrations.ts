import { Migration } from '@mikro-orm/migrations';

export class Registrations extends Migration {
  override up(): void {
    this.addSql(`create table "registration" ("id" varchar(255) not null, "about" varchar(255) not null, "connector" varchar(255) not null, "version" varchar(255) not null, "trigger_name" varchar(255) not null, "connection" varchar(255) null, "input" text not null, "url" text not null, "state" varchar(255) not null, "attempt" varchar(255) null, "subscription" text null, "problem" text null, "registered_at" double precision null, "proven_at" double precision null, "last_at" double precision null, "next_at" double precision null, "busy_until" double precision not null, primary key ("id"))`);
    this.addSql(`create unique index "registration_about_unique" on "registration" ("about")`);
    this.addSql(`alter table "armed_trigger" add column "registration" varchar(255) null`);
    this.addSql(`create index "trigger_registration_idx" on "armed_trigger" ("registration")`);
    this.addSql(`alter table "event_source" drop column "subscription"`);
    this.addSql(`alter table "event_source" drop column "secret"`);
  }
}
