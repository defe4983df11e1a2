-- An account's own past rhythm: how long its silences usually last, to tell when one is too long.
alter table network_cursor
  add usual_silence_seconds bigint,
  add measured_at timestamptz;
create index network_raw_event_account_waiting on network_raw_event
  (workspace_id, account_id, received_at, id)
  where understood_at is null and failed_at is null;
