-- Where each journal ended on a day, signed and told to everybody: who has a copy can prove that it was so.
create table signed_head (
  tenant bytea not null,
  day text not null,
  number bigint not null,
  digest bytea not null,
  at bigint not null,
  public_key bytea not null,
  signature bytea not null,
  primary key (tenant, day)
);

/*sqlite:
create trigger signed_head_is_not_changed before update on signed_head
begin
  select raise(abort, 'a signed head is never changed');
end;
create trigger signed_head_is_not_removed before delete on signed_head
begin
  select raise(abort, 'a signed head is never removed');
end;
*/
/*postgresql:
create trigger signed_head_stays before update or delete or truncate on signed_head
  for each statement execute function journal_stays();
*/
