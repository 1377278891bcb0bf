-- Questionnaires that are being made: each belongs to the party whose people make it, and is published for one audience.
-- `revision` is the newest; whoever changes one names the revision that they saw.
create table questionnaire_draft (
  tenant bytea not null,
  questionnaire_draft bytea not null,
  audience bytea not null,
  party bytea not null,
  revision bigint not null,
  primary key (tenant, questionnaire_draft),
  foreign key (tenant, audience) references audience (tenant, audience),
  foreign key (tenant, party) references party (tenant, party)
);
create index questionnaire_draft_by_audience on questionnaire_draft (tenant, audience);

-- Every state of a draft, whole, so that each can be brought back. `act` is what was done, `about` the code of what it was
-- done to.
create table questionnaire_revision (
  tenant bytea not null,
  questionnaire_draft bytea not null,
  revision bigint not null,
  act text not null,
  about text not null,
  archive text not null,
  changed_by bytea not null,
  changed_at bigint not null,
  primary key (tenant, questionnaire_draft, revision),
  foreign key (tenant, questionnaire_draft) references questionnaire_draft (tenant, questionnaire_draft),
  foreign key (tenant, changed_by) references person (tenant, person)
);
