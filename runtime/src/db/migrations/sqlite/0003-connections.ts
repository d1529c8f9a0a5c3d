import { Migration } from '@mikro-orm/migrations';

export class Connections extends Migration {
  override up(): void {
    this.addSql(`alter table \`connection\` add column \`scope\` text not null default 'project'`);
    this.addSql(`alter table \`connection\` add column \`owner_id\` text not null default ''`);
    this.addSql(`alter table \`connection\` add column \`owner_name\` text not null default ''`);
    this.addSql(`alter table \`connection\` add column \`account\` json null`);
    this.addSql(`alter table \`connection\` add column \`identity\` text null`);
    this.addSql(`alter table \`connection\` add column \`scopes\` json null`);
    this.addSql(`alter table \`connection\` add column \`setup\` text null`);
    this.addSql(`alter table \`connection\` add column \`tested_at\` double null`);
    this.addSql(`alter table \`connection\` add column \`refresh_at\` double null`);
    this.addSql(`alter table \`connection\` add column \`check_at\` double null`);
    this.addSql(`alter table \`connection\` add column \`forecast\` json null`);
    this.addSql(`alter table \`connection\` add column \`lived_ms\` double null`);
    this.addSql(`create index \`connection_refresh_idx\` on \`connection\` (\`refresh_at\`)`);
    this.addSql(`create index \`connection_check_idx\` on \`connection\` (\`check_at\`)`);
    this.addSql(`alter table \`credential\` add column \`refresh_started\` double null`);
    this.addSql(`create table \`oauth_attempt\` (\`id\` text not null, \`connection_id\` text not null, \`user_id\` text not null, \`state_hash\` text null, \`sealed\` text not null, \`asked\` json not null, \`missing\` json null, \`state\` text not null, \`problem\` json null, \`expires_at\` double not null, \`poll_at\` double null, primary key (\`id\`))`);
    this.addSql(`create unique index \`oauth_attempt_state_hash_unique\` on \`oauth_attempt\` (\`state_hash\`)`);
    this.addSql(`create table \`oauth_app\` (\`connector\` text not null, \`scheme\` text not null, \`client_id\` text not null, \`set_at\` double not null, \`set_by\` text not null, primary key (\`connector\`, \`scheme\`))`);
  }
}
