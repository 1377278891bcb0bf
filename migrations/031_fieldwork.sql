-- What is known of the people of an audience beside who answered: where they are taken from, whom that leaves out, and how
-- many of them there are by question and option, as JSON. Fixed with the rest of the plan once somebody has answered.
create table population (
  tenant bytea not null,
  audience bytea not null,
  taken_from_bg text,
  taken_from_en text,
  misses_bg text,
  misses_en text,
  written_on text,
  margins text not null,
  primary key (tenant, audience),
  foreign key (tenant, audience) references audience (tenant, audience)
);

-- How long people take, in bands: counters and nothing else. `place` is the code of a page, or empty for the whole; they
-- are written some at a time, so that none can be told to belong to one answer.
create table time_band (
  tenant bytea not null,
  audience bytea not null,
  questionnaire bytea not null,
  place text not null,
  band text not null,
  people bigint not null,
  primary key (tenant, audience, questionnaire, place, band)
);

-- Whether somebody of a small group lets their words be quoted: 1 or 0. Empty: it was not asked.
alter table response add column quotable bigint;
