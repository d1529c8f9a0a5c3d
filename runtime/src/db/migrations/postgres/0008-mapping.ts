import { Migration } from '@mikro-orm/migrations';

export class Mapping extends Migration {
  override up(): void {
    this.addSql(`create table "mapping_function" ("name" varchar(255) not null primary key, "definition" text not null, "revision" int not null default 1, "updated_at" double precision not null, "updated_by" text not null)`);
    this.addSql(`create table "payload_shape" ("flow_id" varchar(255) not null primary key, "version_id" varchar(255) not null, "run_id" varchar(255) not null, "runs" int not null, "usual" text not null, "latest" text not null, "at" double precision not null)`);
  }
}
