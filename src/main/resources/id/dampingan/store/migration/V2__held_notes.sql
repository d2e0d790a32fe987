-- What is known of a held row, whether it waits here yet or not: that a workbook which was given back
-- answered it, and who sent it.
create table held_note (
  digest varchar(32) not null,
  kind varchar(10) not null,
  content varchar(20) not null,
  batch bigint not null,
  primary key (digest, kind, content)
);

create index held_note_batch on held_note (batch);
create index held_uuid on held (uuid);

-- The highest of our own changes of the submission when its row was held.
alter table held add column own_counter bigint default 0 not null;
