-- Whether somebody of a small group ticked on the sheet that their words may be quoted, as each of the two who type it in read it.
alter table sheet_entry add column quotable bigint;
