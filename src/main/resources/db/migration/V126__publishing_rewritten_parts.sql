-- Each message of a thread may be changed or deleted on its network; without words, it is no longer there.
alter table publishing_rewritten add column remote_id text;
update publishing_rewritten r set remote_id = p.remote_id
  from publishing_post p where p.workspace_id = r.workspace_id and p.id = r.post_id;
delete from publishing_rewritten where remote_id is null;
alter table publishing_rewritten
  alter column remote_id set not null,
  alter column words drop not null,
  drop constraint publishing_rewritten_pkey,
  add primary key (workspace_id, post_id, remote_id),
  add check (words is not null or answer is distinct from 'OURS');
