-- Themes of open answers. A list of them belongs to one or several questions of a study and is told by its number there;
-- `revision` is the newest. Whoever changes one names the revision that they saw.
create table theme_list (
  tenant bytea not null,
  study bytea not null,
  list bigint not null,
  revision bigint not null,
  primary key (tenant, study, list),
  foreign key (tenant, study) references study (tenant, study)
) /*sqlite: without rowid*/;

-- Every state of a list, whole, as JSON.
create table theme_revision (
  tenant bytea not null,
  study bytea not null,
  list bigint not null,
  revision bigint not null,
  themes text not null,
  changed_by bytea,
  changed_on text not null,
  primary key (tenant, study, list, revision),
  foreign key (tenant, study, list) references theme_list (tenant, study, list)
);

-- What was frozen, for good: which revision, what people who coded agreed on, how well the patterns did beside them, and how
-- many wrote of each theme.
create table theme_version (
  tenant bytea not null,
  study bytea not null,
  list bigint not null,
  version bigint not null,
  revision bigint not null,
  on_day text not null,
  found text not null,
  primary key (tenant, study, list, version),
  foreign key (tenant, study, list) references theme_list (tenant, study, list)
);

-- Answers drawn for two people who code them without seeing each other's codes; `seed` draws the same again.
create table theme_sample (
  tenant bytea not null,
  study bytea not null,
  list bigint not null,
  sample bigint not null,
  revision bigint not null,
  seed bytea not null,
  drawn_from bigint not null,
  drawn_on text not null,
  first_coder bytea,
  second_coder bytea,
  primary key (tenant, study, list, sample),
  foreign key (tenant, study, list) references theme_list (tenant, study, list)
) /*sqlite: without rowid*/;

-- Each drawn answer with what people found in it: the codes of themes parted by spaces, empty for none; null while nobody has
-- said. `settled` stands where the two did not agree.
create table sampled_answer (
  tenant bytea not null,
  study bytea not null,
  list bigint not null,
  sample bigint not null,
  place bigint not null,
  audience bytea not null,
  response bytea not null,
  question text not null,
  first_codes text,
  second_codes text,
  settled text,
  primary key (tenant, study, list, sample, place)
) /*sqlite: without rowid*/;
create index sampled_answer_by_response on sampled_answer (tenant, audience, response);

-- What a person decided that an answer speaks of; it counts in the place of what the patterns find.
create table coded_answer (
  tenant bytea not null,
  audience bytea not null,
  response bytea not null,
  question text not null,
  codes text not null,
  coded_by bytea,
  primary key (tenant, audience, response, question)
) /*sqlite: without rowid*/;
