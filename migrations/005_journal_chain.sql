-- Each entry of the journal names the one before it by its digest, so that none can be changed, taken out or put in
-- unseen. What was written before is chained by the program, in the same transaction, from `journal_earlier`.
create table journal_earlier as select * from journal;
drop table journal;

create table journal (
  tenant bytea not null,
  number bigint not null,
  previous bytea not null,
  at bigint not null,
  person bytea,
  party bytea,
  role text,
  kind text not null,
  noun text not null,
  subject bytea not null,
  facts text not null,
  digest_before bytea,
  digest_after bytea,
  digest bytea not null,
  primary key (tenant, number)
);
create index journal_by_subject on journal (tenant, noun, subject, number);

-- The end of each chain. Whoever adds to it holds this row until the commit.
create table journal_head (
  tenant bytea not null primary key,
  number bigint not null,
  digest bytea not null
);

/*sqlite:
create trigger journal_is_not_changed before update on journal
begin
  select raise(abort, 'the journal is never changed');
end;
create trigger journal_is_not_shortened before delete on journal
begin
  select raise(abort, 'the journal is never shortened');
end;
create trigger journal_head_stays before delete on journal_head
begin
  select raise(abort, 'the journal is never shortened');
end;
create trigger journal_head_grows before update on journal_head when new.number < old.number
begin
  select raise(abort, 'the journal is never shortened');
end;
*/
/*postgresql:
create function journal_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is never changed nor shortened';
end
$$;
create trigger journal_stays before update or delete or truncate on journal
  for each statement execute function journal_stays();
create trigger journal_head_stays before delete or truncate on journal_head
  for each statement execute function journal_stays();
create trigger journal_head_grows before update on journal_head
  for each row when (new.number < old.number) execute function journal_stays();
*/
