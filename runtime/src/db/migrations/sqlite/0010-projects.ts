import { Migration } from '@mikro-orm/migrations';

/** What there was before projects is in the main one. */
export class Projects extends Migration {
  override up(): void {
    this.addSql(`create table \`project\` (\`id\` text not null primary key, \`name\` text not null, \`created_at\` double not null, \`created_by\` text not null)`);
    this.addSql(`insert into \`project\` values ('default', 'Main', cast(strftime('%s', 'now') as integer) * 1000.0, 'Patchbay')`);
    this.addSql(`alter table \`flow\` add column \`project_id\` text not null default 'default'`);
    this.addSql(`create index \`flow_project_idx\` on \`flow\` (\`project_id\`)`);
    this.addSql(`alter table \`access_token\` add column \`project_id\` text not null default 'default'`);
    this.addSql(`create table \`function_of_project\` (\`project_id\` text not null, \`name\` text not null, \`definition\` text not null, \`revision\` integer not null default 1, \`updated_at\` double not null, \`updated_by\` text not null, primary key (\`project_id\`, \`name\`))`);
    this.addSql(`insert into \`function_of_project\` select 'default', \`name\`, \`definition\`, \`revision\`, \`updated_at\`, \`updated_by\` from \`mapping_function\``);
    this.addSql(`drop table \`mapping_function\``);
    this.addSql(`alter table \`function_of_project\` rename to \`mapping_function\``);
    this.addSql(`alter table \`console_call\` add column \`project_id\` text not null default 'default'`);
    this.addSql(`drop index \`console_call_action_idx\``);
    this.addSql(`create index \`console_call_action_idx\` on \`console_call\` (\`project_id\`, \`connector\`, \`action\`, \`id\`)`);
  }
}
