-- In which language somebody is written to and finds the desk. Nothing here: they have not chosen, and it is Bulgarian.
alter table person add column language text;
