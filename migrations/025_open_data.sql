-- Data sets of studies that went out to everybody; their files are attached under the kind `open-data`. `told` is what was
-- told of people in it and how, so that a later version never tells it otherwise.
create table open_data (
  tenant bytea not null,
  study bytea not null,
  version bigint not null,
  licence text not null,
  on_day text not null,
  told text not null,
  withdrawn text,
  primary key (tenant, study, version),
  foreign key (tenant, study) references study (tenant, study)
);
