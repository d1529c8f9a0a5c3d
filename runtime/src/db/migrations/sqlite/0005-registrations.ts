import { Migration } from '@mikro-orm/migrations';

export class Registrations extends Migration {
  override up(): void {
    this.addSql(`create table \`registration\` (\`id\` text not null, \`about\` text not null, \`connector\` text not null, \`version\` text not null, \`trigger_name\` text not null, \`connection\` text null, \`input\` text not null, \`url\` text not null, \`state\` text not null, \`attempt\` text null, \`subscription\` text null, \`problem\` text null, \`registered_at\` double null, \`proven_at\` double null, \`last_at\` double null, \`next_at\` double null, \`busy_until\` double not null, primary key (\`id\`))`);
    this.addSql(`create unique index \`registration_about_unique\` on \`registration\` (\`about\`)`);
    this.addSql(`alter table \`armed_trigger\` add column \`registration\` text null`);
    this.addSql(`create index \`trigger_registration_idx\` on \`armed_trigger\` (\`registration\`)`);
    this.addSql(`alter table \`event_source\` drop column \`subscription\``);
    this.addSql(`alter table \`event_source\` drop column \`secret\``);
  }
}
