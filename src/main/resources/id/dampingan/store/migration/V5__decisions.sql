-- Which conflicts a change decided, with the values that it set aside. It counts for as long as the
-- field still is what the change made of it.
create table decision (
  root uuid not null,
  uuid uuid not null,
  form varchar not null,
  field varchar not null,
  dots varchar not null,
  batch bigint not null,
  lost text not null,
  primary key (root, uuid, field, batch)
);
