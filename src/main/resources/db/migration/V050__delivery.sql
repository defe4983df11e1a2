-- Every act towards a network: what is to be done, where it stands, and the story of its attempts.

-- A process that sends. What it holds is held while it lives, and it says that it does.
create table delivery_engine (
  id          uuid primary key,
  alive_until timestamptz not null
);

-- An account's acts leave one at a time, in their order. Whoever holds the lane holds the lease of
-- all of them; the fence grows with each holder, so that one who lost it cannot begin anything.
create table delivery_lane (
  workspace_id uuid not null references identity_workspace on delete cascade,
  account_id   uuid not null,
  fence        bigint not null default 0,
  engine_id    uuid,
  wait_until   timestamptz,
  primary key (workspace_id, account_id),
  foreign key (workspace_id, account_id) references network_account
);
create index delivery_lane_held on delivery_lane (engine_id) where engine_id is not null;
create index delivery_lane_waiting on delivery_lane (wait_until) where wait_until is not null;
select palabre_guard('delivery_lane');

create table delivery_delivery (
  workspace_id   uuid not null references identity_workspace on delete cascade,
  id             uuid not null,
  account_id     uuid not null,
  act            text not null check (act in ('PUBLISH', 'LIKE', 'UNLIKE', 'DELETE', 'EDIT')),
  target_id      text,
  draft          jsonb,
  subject_kind   text not null,
  subject_id     uuid not null,
  after_id       uuid,
  not_before     timestamptz not null,
  not_after      timestamptz,
  standing       text not null check (standing in ('SCHEDULED', 'HELD', 'SUBMITTING', 'IN_DOUBT',
                   'UNDECIDED', 'ACCEPTED', 'CONFIRMED', 'REFUSED', 'CANCELLED')),
  why            text,
  -- When the engine must look at it; null where it waits for someone, for another, or is over.
  next_at        timestamptz,
  attempts       int not null default 0,
  steps          int not null default 0,
  failures       int not null default 0,
  readings       int not null default 0,
  fence          bigint not null default 0,
  submitted_at   timestamptz,
  remote_id      text,
  root_id        text,
  permalink      text,
  reason         text,
  remote_code    text,
  remote_message text,
  -- When to tell the other rooms that it moved; null once they know.
  tell_at        timestamptz,
  asked_by       uuid,
  created_at     timestamptz not null,
  moved_at       timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references delivery_lane,
  foreign key (workspace_id, after_id) references delivery_delivery,
  check ((next_at is null) = (standing not in ('SCHEDULED', 'SUBMITTING', 'IN_DOUBT'))),
  check (next_at >= not_before),
  check ((act in ('PUBLISH', 'EDIT')) = (draft is not null)),
  check ((act = 'PUBLISH') = (target_id is null))
);
create index delivery_delivery_due on delivery_delivery (next_at, workspace_id, account_id)
  where next_at is not null;
create index delivery_delivery_lane on delivery_delivery (workspace_id, account_id, not_before, id)
  where next_at is not null;
create index delivery_delivery_after on delivery_delivery (workspace_id, after_id)
  where after_id is not null;
create index delivery_delivery_subject on delivery_delivery
  (workspace_id, subject_kind, subject_id);
create index delivery_delivery_open on delivery_delivery (workspace_id, standing, not_before)
  where standing not in ('ACCEPTED', 'CONFIRMED', 'CANCELLED');
create index delivery_delivery_untold on delivery_delivery (tell_at)
  where tell_at is not null;
select palabre_guard('delivery_delivery');

-- The story: each call, written before it leaves and completed when its answer came; each reading
-- of the account; each decision of a person.
create table delivery_attempt (
  workspace_id uuid not null,
  delivery_id  uuid not null,
  number       int not null,
  kind         text not null check (kind in ('CALL', 'READING', 'DECISION')),
  at           timestamptz not null,
  answered_at  timestamptz,
  result       text,
  detail       text not null default '',
  until_at     timestamptz,
  actor_id     uuid,
  primary key (workspace_id, delivery_id, number),
  foreign key (workspace_id, delivery_id) references delivery_delivery on delete cascade
);
select palabre_guard('delivery_attempt');

-- Who stopped what, when and why. No account: the whole brand.
create table delivery_freeze (
  workspace_id uuid not null references identity_workspace on delete cascade,
  id           uuid not null,
  account_id   uuid,
  reason       text not null,
  frozen_by    uuid not null,
  frozen_at    timestamptz not null,
  thawed_by    uuid,
  thawed_at    timestamptz,
  primary key (workspace_id, id)
);
create unique index delivery_freeze_now on delivery_freeze (workspace_id, account_id)
  nulls not distinct where thawed_at is null;
select palabre_guard('delivery_freeze');
