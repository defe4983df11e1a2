-- A person sent to a network to say yes there, until they come back; each row serves once.
create table network_authorization (
  workspace_id uuid not null references identity_workspace on delete cascade,
  state_hash   bytea not null,
  browser_hash bytea not null,
  user_id      uuid not null,
  network      text not null,
  memory       bytea not null,
  expires_at   timestamptz not null,
  primary key (workspace_id, state_hash)
);
create index network_authorization_expired on network_authorization (expires_at);
select palabre_guard('network_authorization');
