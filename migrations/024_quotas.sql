-- How many answers with one option are taken, and how many came: a counter, so that nobody counts answers for it.
create table quota (
  tenant bytea not null,
  audience bytea not null,
  question text not null,
  choice text not null,
  most bigint not null,
  taken bigint not null,
  primary key (tenant, audience, question, choice),
  foreign key (tenant, audience) references audience (tenant, audience)
);
