-- Questionnaires printed together on paper, each sheet with a code. `issued` and `returned` are what somebody counted;
-- `twice` says that two people type each sheet in, each for themselves.
create table printing (
  tenant bytea not null,
  printing bytea not null,
  audience bytea not null,
  questionnaire bytea not null,
  language text not null,
  large bigint not null,
  twice bigint not null,
  return_to text not null,
  sheets bigint not null,
  issued bigint not null,
  returned bigint not null,
  made text not null,
  primary key (tenant, printing),
  foreign key (tenant, audience) references audience (tenant, audience),
  foreign key (tenant, questionnaire) references questionnaire (tenant, questionnaire)
);
create index printing_by_audience on printing (tenant, audience);

-- `state` says what became of a sheet, never when; nothing leads from here to the answers. The code is the whole order.
create table sheet (
  tenant bytea not null,
  code text not null,
  printing bytea not null,
  state text not null,
  primary key (tenant, code),
  foreign key (tenant, printing) references printing (tenant, printing)
) /*sqlite: without rowid*/;
create index sheet_by_printing on sheet (tenant, printing, state);

-- What was read off a sheet that two people type in, until both agree; then it is an answer like any other and gone from
-- here. `place` is 1 for the first of the two.
create table sheet_entry (
  tenant bytea not null,
  code text not null,
  place bigint not null,
  typed_by bytea,
  document text not null,
  primary key (tenant, code, place),
  foreign key (tenant, code) references sheet (tenant, code),
  foreign key (tenant, typed_by) references person (tenant, person)
) /*sqlite: without rowid*/;
