-- What an account has spent of its network's quotas, counted when a call begins: a sixtieth of the
-- window at a time, so that a window is always some sixty rows, however much was spent.
create table delivery_spend (
  workspace_id uuid not null references identity_workspace on delete cascade,
  account_id   uuid not null,
  bucket       text not null,
  slot_at      timestamptz not null,
  points       int not null,
  primary key (workspace_id, account_id, bucket, slot_at),
  foreign key (workspace_id, account_id) references delivery_lane on delete cascade
);
select palabre_guard('delivery_spend');

-- What a network itself says is left, once that is little.
create table delivery_ceiling (
  workspace_id uuid not null references identity_workspace on delete cascade,
  account_id   uuid not null,
  bucket       text not null,
  remaining    bigint not null,
  resets_at    timestamptz not null,
  primary key (workspace_id, account_id, bucket)
);
select palabre_guard('delivery_ceiling');
