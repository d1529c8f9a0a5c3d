import { Migration } from '@mikro-orm/migrations';

export class First extends Migration {
  override up(): void {
    this.addSql(`create table \`audit_entry\` (\`id\` text not null primary key, \`at\` double not null, \`actor\` text not null, \`actor_name\` text not null, \`action\` text not null, \`subject\` text not null, \`details\` json not null)`);
    this.addSql(`create index \`audit_subject_idx\` on \`audit_entry\` (\`subject\`, \`id\`)`);
    this.addSql(`create table \`blob\` (\`id\` text not null primary key, \`run_id\` text not null, \`data\` text not null)`);
    this.addSql(`create index \`blob_run_idx\` on \`blob\` (\`run_id\`)`);
    this.addSql(`create table \`capture\` (\`id\` text not null primary key, \`flow_id\` text not null, \`node\` text not null, \`at\` double not null, \`payload\` text not null)`);
    this.addSql(`create index \`capture_trigger_idx\` on \`capture\` (\`flow_id\`, \`node\`, \`at\`)`);
    this.addSql(`create table \`connection\` (\`id\` text not null primary key, \`project_id\` text not null, \`name\` text not null, \`connector\` text not null, \`version\` text not null, \`config\` json not null, \`auth_scheme\` text not null, \`status\` text not null, \`status_reason\` json null, \`status_since\` double not null, \`created_at\` double not null, \`updated_at\` double not null)`);
    this.addSql(`create table \`credential\` (\`id\` text not null primary key, \`project_id\` text not null, \`sealed\` text not null, \`fields\` json not null, \`set_at\` double not null, \`set_by\` text not null, \`version\` integer not null default 1)`);
    this.addSql(`create table \`data_key\` (\`id\` text not null primary key, \`project_id\` text not null, \`wrapped\` text not null, \`created_at\` double not null)`);
    this.addSql(`create table \`flow\` (\`id\` text not null primary key, \`name\` text not null, \`folder\` text not null default '', \`revision\` integer not null default 0, \`graph\` json not null, \`live_version\` integer null, \`live_version_id\` text null, \`version_hash\` text null, \`retention\` json not null, \`created_at\` double not null, \`updated_at\` double not null, \`updated_by\` text not null)`);
    this.addSql(`create table \`flow_edit\` (\`flow_id\` text not null, \`revision\` integer not null, \`actor\` text not null, \`actor_name\` text not null, \`at\` double not null, \`edit\` json not null, primary key (\`flow_id\`, \`revision\`))`);
    this.addSql(`create table \`flow_version\` (\`id\` text not null primary key, \`flow_id\` text not null, \`number\` integer null, \`hash\` text not null, \`graph\` text not null, \`engine\` text not null, \`notes\` text not null default '', \`published_at\` double not null, \`published_by\` text not null)`);
    this.addSql(`create index \`flow_version_flow_idx\` on \`flow_version\` (\`flow_id\`, \`number\`)`);
    this.addSql(`create table \`journal\` (\`run_id\` text not null, \`seq\` integer not null, \`events\` text not null, primary key (\`run_id\`, \`seq\`))`);
    this.addSql(`create table \`listener\` (\`flow_id\` text not null, \`node\` text not null, \`until\` double not null, primary key (\`flow_id\`, \`node\`))`);
    this.addSql(`create table \`run\` (\`id\` text not null primary key, \`flow_id\` text not null, \`version_id\` text not null, \`version_number\` integer null, \`status\` text not null, \`trigger_kind\` text not null, \`trigger_node\` text not null, \`input\` text not null, \`seq\` integer not null default 0, \`fence\` integer not null default 0, \`owner\` text null, \`wake_at\` double null, \`stalls\` integer not null default 0, \`created_at\` double not null, \`started_at\` double null, \`ended_at\` double null, \`problem\` text null, \`delivery_key\` text null, \`origin\` text not null, \`retry_of\` text null, \`parent_run\` text null, \`parent_step\` text null, \`depth\` integer not null default 0)`);
    this.addSql(`create unique index \`run_delivery_key_unique\` on \`run\` (\`delivery_key\`)`);
    this.addSql(`create index \`run_wake_idx\` on \`run\` (\`wake_at\`)`);
    this.addSql(`create index \`run_flow_idx\` on \`run\` (\`flow_id\`, \`id\`)`);
    this.addSql(`create index \`run_parent_idx\` on \`run\` (\`parent_run\`)`);
    this.addSql(`create index \`run_retry_idx\` on \`run\` (\`retry_of\`)`);
    this.addSql(`create table \`armed_trigger\` (\`flow_id\` text not null, \`node\` text not null, \`kind\` text not null, \`version_id\` text not null, \`version_number\` integer not null, \`next_at\` double null, primary key (\`flow_id\`, \`node\`))`);
    this.addSql(`create index \`trigger_next_idx\` on \`armed_trigger\` (\`next_at\`)`);
  }
}
