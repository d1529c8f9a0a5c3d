import { Migration } from '@mikro-orm/migrations';

export class Testing extends Migration {
  override up(): void {
    this.addSql(`alter table \`run\` add column \`script\` text null`);
    this.addSql(`create table \`workbench\` (\`flow_id\` text not null primary key, \`pins\` text not null, \`breakpoints\` text not null)`);
    this.addSql(`create table \`console_call\` (\`id\` text not null primary key, \`connection_id\` text null, \`connector\` text not null, \`action\` text not null, \`body\` text not null)`);
    this.addSql(`create index \`console_call_action_idx\` on \`console_call\` (\`connector\`, \`action\`, \`id\`)`);
    this.addSql(`create index \`console_call_connection_idx\` on \`console_call\` (\`connection_id\`, \`id\`)`);
    this.addSql(`create table \`test_case\` (\`id\` text not null primary key, \`subject\` text not null, \`body\` text not null)`);
    this.addSql(`create index \`test_case_subject_idx\` on \`test_case\` (\`subject\`, \`id\`)`);
    this.addSql(`create table \`test_batch\` (\`id\` text not null primary key, \`subject\` text not null, \`body\` text not null)`);
    this.addSql(`create index \`test_batch_subject_idx\` on \`test_batch\` (\`subject\`, \`id\`)`);
    this.addSql(`create table \`test_schedule\` (\`subject\` text not null primary key, \`schedule\` text not null, \`next_at\` double null)`);
    this.addSql(`create index \`test_schedule_next_idx\` on \`test_schedule\` (\`next_at\`)`);
    this.addSql(`create table \`test_suite_version\` (\`version_id\` text not null primary key, \`flow_id\` text not null, \`cases\` text not null)`);
  }
}
