-- Weekly slots in named queues, which content stands where, and which moments are taken. A moment is
-- kept as the clock on the wall shows it: two people adding at once meet on the last key here.

create table publishing_queue (
  workspace_id uuid not null references identity_workspace on delete cascade,
  id           uuid not null,
  name         text not null,
  paused       boolean not null default false,
  created_at   timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
select palabre_guard('publishing_queue');

create table publishing_queue_account (
  workspace_id uuid not null,
  queue_id     uuid not null,
  account_id   uuid not null,
  primary key (workspace_id, queue_id, account_id),
  foreign key (workspace_id, queue_id) references publishing_queue on delete cascade,
  foreign key (workspace_id, account_id) references network_account on delete cascade
);
select palabre_guard('publishing_queue_account');

create table publishing_queue_slot (
  workspace_id uuid not null,
  queue_id     uuid not null,
  day          smallint not null check (day between 1 and 7),
  at           time not null,
  primary key (workspace_id, queue_id, day, at),
  foreign key (workspace_id, queue_id) references publishing_queue on delete cascade
);
select palabre_guard('publishing_queue_slot');

-- local_at is null while the queue is paused: turn then keeps the order.
create table publishing_queue_place (
  workspace_id uuid not null,
  content_id   uuid not null,
  queue_id     uuid not null,
  local_at     timestamp,
  turn         int not null default 0,
  placed_at    timestamptz not null,
  primary key (workspace_id, content_id),
  foreign key (workspace_id, queue_id) references publishing_queue on delete cascade,
  foreign key (workspace_id, content_id) references editorial_content on delete cascade
);
create index publishing_queue_place_order
  on publishing_queue_place (workspace_id, queue_id, local_at, turn);
select palabre_guard('publishing_queue_place');

create table publishing_queue_taken (
  workspace_id uuid not null,
  account_id   uuid not null,
  local_at     timestamp not null,
  content_id   uuid not null,
  primary key (workspace_id, account_id, local_at),
  foreign key (workspace_id, content_id) references publishing_queue_place on delete cascade,
  foreign key (workspace_id, account_id) references network_account on delete cascade
);
create index publishing_queue_taken_content on publishing_queue_taken (workspace_id, content_id);
select palabre_guard('publishing_queue_taken');
