-- What every workspace has, whatever its forms. Tables of forms are made from the forms.

create table setting (
  name varchar(60) not null primary key,
  content varchar not null
);

create table writer (
  number integer not null primary key,
  name varchar(20) not null unique,
  since timestamp with time zone not null
);

-- Forms, each version with the file that it was read from (base64: the one binary type that both
-- databases share is limited to 1 MB in one of them).
create table form (
  number integer not null primary key,
  id varchar not null,
  version varchar not null,
  added_at timestamp with time zone not null,
  source_name varchar not null,
  source text not null,
  unique (id, version)
);

-- Which SQL names a form's tables and fields have; what was once there stays.
create table form_table (
  name varchar not null primary key,
  number integer not null,
  form varchar not null,
  parent varchar not null,
  sql_name varchar(63) not null unique
);

create table form_column (
  table_name varchar not null,
  number integer not null,
  field varchar not null,
  sql_name varchar(63) not null,
  kind varchar(10) not null,
  derived boolean not null,
  searched boolean not null,
  primary key (table_name, field),
  unique (table_name, sql_name)
);

-- The entities sheets of the newest versions, as JSON.
create table form_list (
  form varchar not null,
  number integer not null,
  list varchar not null,
  content varchar not null,
  primary key (form, number)
);

create table batch (
  id bigint not null primary key,
  kind varchar(10) not null,
  happened_at timestamp with time zone not null,
  user_name varchar not null,
  file_name varchar not null,
  sha256 varchar(64) not null,
  sender varchar not null,
  sender_writer varchar not null,
  workbook_id varchar not null,
  undoes bigint not null,
  rows_read integer not null,
  rows_new integer not null,
  rows_changed integer not null,
  rows_same integer not null,
  rows_deleted integer not null,
  rows_conflict integer not null,
  rows_held integer not null,
  withdrawn_at timestamp with time zone,
  undone_by bigint not null
);

create index batch_sha256 on batch (sha256);

-- One row an act and submission that existed before it; a new submission's first values stand in
-- the submission itself until a change replaces them.
create table change (
  root uuid not null,
  uuid uuid not null,
  batch bigint not null,
  number integer not null,
  form varchar not null,
  dots varchar not null,
  sheet varchar not null,
  row_number integer not null,
  outcome varchar(10) not null,
  before text not null,
  after text not null,
  withdrawn boolean not null,
  primary key (root, uuid, batch, number)
);

create index change_batch on change (batch);

-- Values by change that no longer live in a submission. One change has a row for each batch that
-- told something new of it, so that a withdrawn batch takes only its own news along.
create table history (
  root uuid not null,
  uuid uuid not null,
  writer varchar not null,
  counter bigint not null,
  batch bigint not null,
  late boolean not null,
  withdrawn boolean not null,
  content text not null,
  primary key (root, uuid, writer, counter, batch)
);

create index history_batch on history (batch);

-- The rows with an open conflict.
create table conflict (
  root uuid not null,
  uuid uuid not null,
  form varchar not null,
  primary key (root, uuid)
);

create table stands_for (
  root uuid not null,
  uuid uuid not null,
  fresh varchar not null,
  restored varchar not null,
  batch bigint not null,
  primary key (root, uuid, fresh, restored)
);

create table held (
  id bigint not null primary key,
  batch bigint not null,
  form varchar not null,
  uuid uuid not null,
  village varchar not null,
  round varchar not null,
  sheet varchar not null,
  row_number integer not null,
  digest varchar(32) not null,
  content text not null,
  released_by bigint not null,
  release_reason varchar not null
);

create index held_digest on held (digest);
create index held_form on held (form);

create table summary (
  form varchar not null,
  village varchar not null,
  round varchar not null,
  complete integer not null,
  draft integer not null,
  conflict integer not null,
  deleted integer not null,
  held integer not null,
  primary key (form, village, round)
);

create table audit (
  id bigint not null primary key,
  happened_at timestamp with time zone not null,
  user_name varchar not null,
  action varchar not null,
  subject varchar not null
);

create index change_uuid on change (uuid);
