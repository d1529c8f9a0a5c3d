import { Migration } from '@mikro-orm/migrations';

/** Entries of the audit say in which project; of older ones that is found by what they are about. */
export class AuditProjects extends Migration {
  override up(): void {
    this.addSql(`alter table \`audit_entry\` add column \`project_id\` text null`);
    this.addSql(`create index \`audit_project_idx\` on \`audit_entry\` (\`project_id\`, \`id\`)`);
    this.addSql(`update audit_entry set project_id = (select f.project_id from flow f where f.id = substr(audit_entry.subject, 6)) where subject like 'flow:%'`);
    this.addSql(`update audit_entry set project_id = (select f.project_id from run r join flow f on f.id = r.flow_id where r.id = substr(audit_entry.subject, 5)) where subject like 'run:%'`);
    this.addSql(`update audit_entry set project_id = (select c.project_id from connection c where c.id = substr(audit_entry.subject, 12)) where subject like 'connection:%'`);
  }
}
