-- Files on answers that were begun: they go with the draft.
create table draft_file (
  tenant bytea not null,
  draft bytea not null,
  file bytea not null,
  audience bytea not null,
  bytes bigint not null,
  primary key (tenant, draft, file),
  foreign key (tenant, file) references file (tenant, digest)
) /*sqlite: without rowid*/;
create index draft_file_by_audience on draft_file (tenant, audience);
create index draft_file_by_file on draft_file (tenant, file);

-- Files on answers that were sent: what each is, and to which question it belongs. As the answers themselves it knows no
-- moment and no order of arrival, and no name that somebody's device gave a file.
create table response_file (
  tenant bytea not null,
  audience bytea not null,
  response bytea not null,
  question text not null,
  place bigint not null,
  file bytea not null,
  media_type text not null,
  bytes bigint not null,
  primary key (tenant, audience, response, question, place),
  foreign key (tenant, file) references file (tenant, digest)
) /*sqlite: without rowid*/;
create index response_file_by_file on response_file (tenant, file);
