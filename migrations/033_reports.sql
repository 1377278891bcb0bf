-- Written reports of studies. `revision` is the newest; whoever changes one names the revision that they saw. `languages`
-- are the tags of those that its words stand in, parted by spaces.
create table report (
  tenant bytea not null,
  report bytea not null,
  study bytea not null,
  party bytea not null,
  kind text not null,
  languages text not null,
  revision bigint not null,
  primary key (tenant, report),
  foreign key (tenant, study) references study (tenant, study),
  foreign key (tenant, party) references party (tenant, party)
);
create index report_by_study on report (tenant, study);

-- Every state of a report, whole, so that each can be read beside another. `act` is what was done, `about` the number of
-- the part that it was done to.
create table report_revision (
  tenant bytea not null,
  report bytea not null,
  revision bigint not null,
  act text not null,
  about text not null,
  manuscript text not null,
  changed_by bytea not null,
  changed_at bigint not null,
  primary key (tenant, report, revision),
  foreign key (tenant, report) references report (tenant, report),
  foreign key (tenant, changed_by) references person (tenant, person)
);

-- What was frozen when a report was published, for good: the manuscript with its numbers, of which questionnaires and
-- answers they are, and with which program they were made. `note` says what was put right since the version before.
create table report_version (
  tenant bytea not null,
  report bytea not null,
  version bigint not null,
  revision bigint not null,
  on_day text not null,
  engine text not null,
  sources text not null,
  manuscript text not null,
  note text not null,
  primary key (tenant, report, version),
  foreign key (tenant, report) references report (tenant, report)
);
