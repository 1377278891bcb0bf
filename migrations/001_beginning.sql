-- The beginning. One text for both engines. What only one of them should read stands in /*sqlite: …*/ or /*postgresql: …*/.
-- Ids and digests are bytes, days ISO text, moments microseconds since 1970, lists JSON text; _bg and _en are one text in two languages.

create table schema_migration (
  version bigint not null primary key,
  sha256 bytea not null,
  applied_at bigint not null
);

-- `studies_changed` counts the changes to what studies say, so that a node can tell whether what it remembers is still so.
create table tenant (
  tenant bytea not null primary key,
  name_bg text not null,
  name_en text,
  studies_changed bigint not null default 0
);

create table setting (
  tenant bytea not null references tenant (tenant),
  name text not null,
  value text not null,
  primary key (tenant, name)
);

create table party (
  tenant bytea not null references tenant (tenant),
  party bytea not null,
  kind text not null,
  name_bg text not null,
  name_en text,
  site text,
  primary key (tenant, party)
);

create table person (
  tenant bytea not null references tenant (tenant),
  person bytea not null,
  account text not null,
  name text not null,
  email text,
  password_hash text,
  created bigint not null,
  primary key (tenant, person),
  unique (tenant, account)
);

create table membership (
  tenant bytea not null,
  person bytea not null,
  party bytea not null,
  role text not null,
  primary key (tenant, person, party, role),
  foreign key (tenant, person) references person (tenant, person),
  foreign key (tenant, party) references party (tenant, party)
);

create table setup_link (
  tenant bytea not null,
  digest bytea not null,
  person bytea not null,
  expires bigint not null,
  used bigint,
  primary key (tenant, digest),
  foreign key (tenant, person) references person (tenant, person)
);

create table session (
  tenant bytea not null,
  session bytea not null,
  digest bytea not null,
  person bytea not null,
  created bigint not null,
  last_seen bigint not null,
  expires bigint not null,
  primary key (tenant, session),
  unique (tenant, digest),
  foreign key (tenant, person) references person (tenant, person)
);
create index session_by_person on session (tenant, person);

-- Failed attempts by whom they were aimed at and where they came from, counted in windows; the subject is a digest.
create table failed_sign_in (
  tenant bytea not null references tenant (tenant),
  subject bytea not null,
  opened bigint not null,
  attempts bigint not null,
  primary key (tenant, subject, opened)
);

create table file (
  tenant bytea not null references tenant (tenant),
  digest bytea not null,
  bytes bigint not null,
  media_type text not null,
  primary key (tenant, digest)
);

-- Only PostgreSQL keeps the bytes here; with SQLite they lie in the data folder.
create table file_content (
  tenant bytea not null,
  digest bytea not null,
  content bytea not null,
  primary key (tenant, digest),
  foreign key (tenant, digest) references file (tenant, digest)
);

create table project (
  tenant bytea not null references tenant (tenant),
  project bytea not null,
  slug text not null,
  place_bg text not null,
  place_en text,
  title_bg text not null,
  title_en text,
  summary_bg text not null,
  summary_en text,
  goal_bg text not null,
  goal_en text,
  nature text not null,
  first_day text not null,
  last_day text not null,
  published text not null,
  updated text not null,
  story text not null,
  funding text,
  activities text not null,
  links text not null,
  primary key (tenant, project),
  unique (tenant, slug)
);

create table participation (
  tenant bytea not null,
  project bytea not null,
  place bigint not null,
  part text not null,
  party bytea not null,
  primary key (tenant, project, place),
  foreign key (tenant, project) references project (tenant, project),
  foreign key (tenant, party) references party (tenant, party)
);

create table publication (
  tenant bytea not null,
  publication bytea not null,
  project bytea not null,
  party bytea not null,
  slug text not null,
  kind text not null,
  published text,
  updated text,
  primary key (tenant, publication),
  unique (tenant, project, slug),
  foreign key (tenant, project) references project (tenant, project),
  foreign key (tenant, party) references party (tenant, party)
);

-- `frozen` marks a version that was public once: it is never changed again.
create table publication_version (
  tenant bytea not null,
  publication bytea not null,
  number bigint not null,
  title_bg text not null,
  title_en text,
  summary_bg text not null,
  summary_en text,
  body_bg text not null,
  body_en text,
  original text,
  on_day text not null,
  frozen bigint not null,
  primary key (tenant, publication, number),
  foreign key (tenant, publication) references publication (tenant, publication)
);

create table attachment (
  tenant bytea not null,
  publication bytea not null,
  number bigint not null,
  place bigint not null,
  file bytea not null,
  name text not null,
  title_bg text not null,
  title_en text,
  media_type text not null,
  bytes bigint not null,
  on_day text not null,
  primary key (tenant, publication, number, place),
  foreign key (tenant, publication, number) references publication_version (tenant, publication, number),
  foreign key (tenant, file) references file (tenant, digest)
);
create index attachment_by_file on attachment (tenant, file);

create table questionnaire (
  tenant bytea not null references tenant (tenant),
  questionnaire bytea not null,
  code text not null,
  archive text not null,
  original bytea,
  original_name text,
  frozen_on text not null,
  primary key (tenant, questionnaire),
  foreign key (tenant, original) references file (tenant, digest)
);

create table study (
  tenant bytea not null,
  study bytea not null,
  project bytea not null,
  slug text not null,
  title_bg text not null,
  title_en text,
  purpose_bg text not null,
  purpose_en text,
  first_day text not null,
  last_day text not null,
  results text not null,
  results_published text,
  primary key (tenant, study),
  unique (tenant, project, slug),
  foreign key (tenant, project) references project (tenant, project)
);

create table audience (
  tenant bytea not null,
  audience bytea not null,
  study bytea not null,
  place bigint not null,
  code text not null,
  name_bg text not null,
  name_en text,
  token text not null,
  plan text not null,
  population bigint,
  invited bigint,
  collection text not null,
  most_answers bigint,
  counts_agreed bigint not null,
  questionnaire bytea,
  primary key (tenant, audience),
  unique (tenant, token),
  unique (tenant, study, code),
  foreign key (tenant, study) references study (tenant, study),
  foreign key (tenant, questionnaire) references questionnaire (tenant, questionnaire)
);

-- One row for one answered questionnaire, written once. It has no moment, no order of arrival, and no reference that would
-- make it wait for another row; the day is the finest time there is.
create table response (
  tenant bytea not null,
  audience bytea not null,
  key bytea not null,
  questionnaire bytea not null,
  mode text not null,
  batch bytea,
  day text not null,
  language text not null,
  document text not null,
  primary key (tenant, audience, key)
) /*sqlite: without rowid*/;

-- How many answers there are, so that no page counts them. Each writer advances rows of its own; the sum is the number.
-- Answers that came with no batch have an empty one.
create table response_count (
  tenant bytea not null,
  audience bytea not null,
  mode text not null,
  batch bytea not null,
  writer bigint not null,
  answers bigint not null,
  primary key (tenant, audience, mode, batch, writer)
);

-- A day whose answers do not yet stand in the order of their keys, or may not.
create table unsettled_day (
  tenant bytea not null,
  audience bytea not null,
  day text not null,
  primary key (tenant, audience, day)
);

create table draft (
  tenant bytea not null,
  draft bytea not null,
  audience bytea not null,
  questionnaire bytea not null,
  expires text not null,
  document text not null,
  primary key (tenant, draft)
) /*sqlite: without rowid*/;

create table paper_batch (
  tenant bytea not null,
  batch bytea not null,
  audience bytea not null,
  opened_by text not null,
  opened_on text not null,
  cards bigint not null,
  invalid bigint not null,
  note text not null,
  entered_by bytea,
  primary key (tenant, batch),
  foreign key (tenant, audience) references audience (tenant, audience),
  foreign key (tenant, entered_by) references person (tenant, person)
);

create table import_batch (
  tenant bytea not null,
  batch bytea not null,
  audience bytea not null,
  file bytea not null,
  name text not null,
  accepted bigint not null,
  rejected bigint not null,
  imported_by bytea,
  imported_on text not null,
  primary key (tenant, batch),
  unique (tenant, audience, file),
  foreign key (tenant, audience) references audience (tenant, audience),
  foreign key (tenant, imported_by) references person (tenant, person)
);

-- What a person decided about the words of one open answer. No reference to the response: its day's rows are rewritten.
create table review (
  tenant bytea not null,
  audience bytea not null,
  response bytea not null,
  question text not null,
  decision text not null,
  words text,
  decided_by bytea,
  primary key (tenant, audience, response, question),
  foreign key (tenant, decided_by) references person (tenant, person)
) /*sqlite: without rowid*/;

create table journal (
  tenant bytea not null,
  at bigint not null,
  number bigint not null,
  person bytea,
  party bytea,
  role text,
  kind text not null,
  noun text not null,
  subject bytea not null,
  facts text not null,
  primary key (tenant, at, number)
);
create index journal_by_subject on journal (tenant, noun, subject, at);

create table job (
  tenant bytea not null references tenant (tenant),
  job bytea not null,
  name text,
  kind text not null,
  payload text not null,
  run_at bigint not null,
  attempts bigint not null,
  locked_until bigint,
  last_error text,
  primary key (tenant, job),
  unique (tenant, name)
);
create index job_by_time on job (run_at);

create table lease (
  name text not null primary key,
  holder text not null,
  until bigint not null
);
