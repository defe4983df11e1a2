-- Connected accounts, what opens them, how they fare, and what their networks sent.

create table network_account (
  workspace_id      uuid not null references identity_workspace on delete cascade,
  id                uuid not null,
  network           text not null,
  remote_id         text not null,
  handle            text not null,
  display_name      text not null,
  avatar_url        text,
  settings          jsonb not null default '{}',
  standing          text not null check (standing in ('CONNECTED', 'DISCONNECTED', 'REMOVED')),
  missing_scopes    text[] not null default '{}',
  disconnected_code text,
  connected_at      timestamptz not null,
  disconnected_at   timestamptz,
  removed_at        timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, network, remote_id)
);
select palabre_guard('network_account');

-- The version changes with each renewal: a refusal of an older one says nothing of the newer.
create table network_credential (
  workspace_id     uuid not null,
  account_id       uuid not null,
  sealed           bytea not null,
  version          int not null default 1,
  expires_at       timestamptz,
  renewed_at       timestamptz not null,
  refreshing_until timestamptz,
  primary key (workspace_id, account_id),
  foreign key (workspace_id, account_id) references network_account on delete cascade
);
select palabre_guard('network_credential');

create table network_health (
  workspace_id    uuid not null,
  account_id      uuid not null,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  failing_since   timestamptz,
  failure         text,
  failure_code    text,
  primary key (workspace_id, account_id),
  foreign key (workspace_id, account_id) references network_account on delete cascade
);
select palabre_guard('network_health');

create table network_quota (
  workspace_id uuid not null,
  account_id   uuid not null,
  bucket       text not null,
  allowed      bigint,
  remaining    bigint not null,
  resets_at    timestamptz,
  seen_at      timestamptz not null,
  primary key (workspace_id, account_id, bucket),
  foreign key (workspace_id, account_id) references network_account on delete cascade
);
select palabre_guard('network_quota');

-- Where reading an account stands. A row is leased by one node while it polls.
create table network_cursor (
  workspace_id   uuid not null,
  account_id     uuid not null,
  cursor         text,
  rhythm_seconds int not null,
  next_poll_at   timestamptz not null,
  leased_until   timestamptz,
  polled_at      timestamptz,
  last_event_at  timestamptz,
  primary key (workspace_id, account_id),
  foreign key (workspace_id, account_id) references network_account on delete cascade
);
create index network_cursor_due on network_cursor (next_poll_at);
select palabre_guard('network_cursor');

-- What a network sent, as it sent it, before anyone understood it.
create table network_raw_event (
  workspace_id  uuid not null,
  id            uuid not null default uuidv7(),
  account_id    uuid not null,
  external_id   text not null,
  revision      text not null default '',
  payload       text not null,
  received_at   timestamptz not null,
  understood_at timestamptz,
  failed_at     timestamptz,
  error         text,
  attempts      int not null default 0,
  primary key (workspace_id, id),
  unique (workspace_id, account_id, external_id, revision),
  foreign key (workspace_id, account_id) references network_account on delete cascade
);
create index network_raw_event_waiting on network_raw_event (received_at)
  where understood_at is null and failed_at is null;
create index network_raw_event_failed on network_raw_event (workspace_id, failed_at)
  where understood_at is null and failed_at is not null;
create index network_raw_event_received on network_raw_event (workspace_id, account_id, received_at);
select palabre_guard('network_raw_event');
