-- Which villages and rounds a batch wrote into, and how many filled forms wait for their authors:
-- what the board of what was received shows, without looking at every record.
create table batch_place (
  batch bigint not null,
  form varchar not null,
  village varchar not null,
  round varchar not null,
  primary key (batch, form, village, round)
);

create index batch_place_village on batch_place (village, round, batch);

alter table summary add column returned integer default 0 not null;
