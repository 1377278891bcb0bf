-- Files of answers that were taken in and taken back again: by whom, when and why. Their answers are gone.
create table undone_import (
  tenant bytea not null,
  batch bytea not null,
  audience bytea not null,
  file bytea not null,
  name text not null,
  accepted bigint not null,
  rejected bigint not null,
  imported_by bytea,
  imported_on text not null,
  undone_by bytea not null,
  undone_on text not null,
  note text not null,
  primary key (tenant, batch),
  foreign key (tenant, audience) references audience (tenant, audience),
  foreign key (tenant, undone_by) references person (tenant, person)
);
create index undone_import_by_audience on undone_import (tenant, audience);

-- What the answers of each file say, as digests in their own order: a file that says the same again is told without an
-- answer being read.
create table import_mark (
  tenant bytea not null,
  audience bytea not null,
  mark bytea not null,
  batch bytea not null,
  primary key (tenant, audience, mark, batch)
) /*sqlite: without rowid*/;
create index import_mark_by_batch on import_mark (tenant, batch);
