-- The workbooks that left, until who got them says so. Rows and photos are kept on officers' laptops
-- only: rows until they are known to have arrived, photos to spare them the way a second time.
create table sent (
  workbook varchar(40) not null primary key,
  sent_at timestamp with time zone not null,
  file_name varchar not null,
  addressee varchar not null,
  receipt_key varchar(40) not null,
  row_count integer not null,
  photo_count integer not null,
  package varchar(40) not null,
  part integer not null,
  parts integer not null,
  received_at timestamp with time zone,
  received_by varchar not null,
  held_count integer not null,
  rows_missing boolean not null,
  photos_missing boolean not null
);

create table sent_row (
  workbook varchar(40) not null,
  uuid uuid not null,
  root uuid not null,
  version varchar not null,
  primary key (workbook, uuid)
);

create index sent_row_uuid on sent_row (uuid);

create table sent_photo (
  workbook varchar(40) not null,
  name varchar(60) not null,
  primary key (workbook, name)
);

-- The workbooks that came, with what a receipt says of them.
create table received (
  workbook varchar(40) not null primary key,
  received_at timestamp with time zone not null,
  batch bigint not null,
  file_name varchar not null,
  sender varchar not null,
  agency varchar not null,
  sender_writer varchar not null,
  receipt_key varchar(40) not null,
  row_count integer not null,
  rows_read integer not null,
  rows_held integer not null,
  photo_count integer not null,
  photos_read integer not null,
  package varchar(40) not null,
  part integer not null,
  parts integer not null,
  answered_at timestamp with time zone
);
