-- Since when its network no longer shows a post that was out, though nobody deleted it from here.
alter table publishing_post add column gone_at timestamptz;
create index publishing_post_remote on publishing_post (workspace_id, account_id, remote_id)
  where state = 'OUT';
