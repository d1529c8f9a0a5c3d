import { Migration } from '@mikro-orm/migrations';

export class Mapping extends Migration {
  override up(): void {
    this.addSql(`create table \`mapping_function\` (\`name\` text not null primary key, \`definition\` text not null, \`revision\` integer not null default 1, \`updated_at\` double not null, \`updated_by\` text not null)`);
    this.addSql(`create table \`payload_shape\` (\`flow_id\` text not null primary key, \`version_id\` text not null, \`run_id\` text not null, \`runs\` integer not null, \`usual\` text not null, \`latest\` text not null, \`at\` double not null)`);
  }
}
