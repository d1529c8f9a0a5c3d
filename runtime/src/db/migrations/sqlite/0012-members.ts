import { Migration } from '@mikro-orm/migrations';

export class Members extends Migration {
  override up(): void {
    this.addSql(`create table \`member\` (\`person_id\` text not null, \`project_id\` text not null, \`role\` text not null, \`since\` double not null, primary key (\`person_id\`, \`project_id\`))`);
    this.addSql(`create table \`invitation\` (\`id\` text not null primary key, \`project_id\` text not null, \`email\` text not null, \`role\` text not null, \`hash\` text not null, \`created_at\` double not null, \`created_by\` text not null, \`expires_at\` double not null)`);
    this.addSql(`create unique index \`invitation_hash_idx\` on \`invitation\` (\`hash\`)`);
  }
}
