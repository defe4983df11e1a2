-- Conversations with the public. What the list shows stands on the conversation's own row, so that
-- a page of it is one walk along an index, whatever the size of the table.

create extension if not exists btree_gin;

-- Posts of ours that people answer: an anchor for the conversations under them.
create table inbox_post (
  workspace_id uuid not null references identity_workspace on delete cascade,
  account_id   uuid not null,
  remote_id    text not null,
  text         text,
  permalink    text,
  at           timestamptz,
  likes        int not null default 0,
  shares       int not null default 0,
  removed_at   timestamptz,
  primary key (workspace_id, account_id, remote_id)
);
select palabre_guard('inbox_post');

create function inbox_millis(at timestamptz) returns bigint
  language sql immutable parallel safe
  return (extract(epoch from at - timestamptz '1970-01-01 00:00:00+00') * 1000)::bigint;

create function inbox_day(at timestamptz) returns int
  language sql immutable parallel safe
  return (inbox_millis(at) / 86400000)::int;

create table inbox_conversation (
  workspace_id    uuid not null references identity_workspace on delete cascade,
  id              uuid not null default uuidv7(),
  account_id      uuid not null,
  network         text not null,
  kind            text not null check (kind in ('REPLY', 'MENTION', 'QUOTE', 'DIRECT')),
  root_id         text not null,  -- message that began it, or the private conversation's own id
  post_id         text,           -- post of ours it stands under
  orphan_of       text,           -- message it answers that we have not seen
  person_id       uuid not null,
  author_name     text not null,
  author_handle   text not null,
  excerpt         text not null,
  last_inbound_at timestamptz not null,
  last_at         timestamptz not null,
  turn_id         uuid,           -- the turn that waits for an answer
  waiting_since   timestamptz,    -- its first message
  unanswered      int not null default 0,
  closed_at       timestamptz,
  assignee_id     uuid,
  assignee_name   text,
  reply_state     text check (reply_state in ('SENDING', 'REFUSED', 'UNKNOWN')),
  version         int not null default 1,
  -- One order for every view: to answer (longest wait first), then waiting for the public (newest
  -- first), then closed (newest first). A view is a range of it; a page is a walk along it.
  place           bigint not null generated always as (
    case when closed_at is not null then 30000000000000 - inbox_millis(closed_at)
         when waiting_since is not null then inbox_millis(waiting_since)
         else 20000000000000 - inbox_millis(last_at) end) stored,
  primary key (workspace_id, id),
  unique (workspace_id, account_id, kind, root_id),
  check ((turn_id is null) = (waiting_since is null)),
  check (closed_at is null or waiting_since is null),
  foreign key (workspace_id, person_id) references community_person
);
create index inbox_conversation_place on inbox_conversation (workspace_id, place, id);
create index inbox_conversation_account
  on inbox_conversation (workspace_id, account_id, place, id);
create index inbox_conversation_network on inbox_conversation (workspace_id, network, place, id);
create index inbox_conversation_kind on inbox_conversation (workspace_id, kind, place, id);
create index inbox_conversation_assignee
  on inbox_conversation (workspace_id, assignee_id, place, id) where assignee_id is not null;
create index inbox_conversation_person on inbox_conversation (workspace_id, person_id);
create index inbox_conversation_orphan
  on inbox_conversation (workspace_id, account_id, orphan_of) where orphan_of is not null;
select palabre_guard('inbox_conversation');

-- A turn begins with the first message that has no answer and ends with a person's answer, or with
-- the decision that none is needed. Nothing is left unanswered when every turn has ended.
create table inbox_turn (
  workspace_id    uuid not null,
  id              uuid not null default uuidv7(),
  conversation_id uuid not null,
  account_id      uuid not null,
  started_at      timestamptz not null,
  messages        int not null default 1,
  ended_at        timestamptz,
  outcome         text check (outcome in ('ANSWERED', 'DECIDED')),
  reason          text,
  by_id           uuid,
  primary key (workspace_id, id),
  check ((outcome is null) = (ended_at is null)),
  foreign key (workspace_id, conversation_id) references inbox_conversation on delete cascade
);
create index inbox_turn_started on inbox_turn (workspace_id, started_at);
create index inbox_turn_conversation on inbox_turn (workspace_id, conversation_id);
select palabre_guard('inbox_turn');

create table inbox_message (
  workspace_id    uuid not null,
  id              uuid not null default uuidv7(),
  conversation_id uuid not null,
  account_id      uuid not null,
  turn_id         uuid,          -- theirs: the turn it belongs to; ours: the turn it answers
  remote_id       text,          -- null until the network has it
  ours            boolean not null,
  person_id       uuid,          -- theirs
  user_id         uuid,          -- ours, written here
  author_name     text not null,
  author_handle   text not null,
  text            text not null,
  parent_id       text,
  root_id         text,
  permalink       text,
  media           text[] not null default '{}',
  language        text,
  at              timestamptz not null,
  edited_at       timestamptz,
  deleted_at      timestamptz,
  version         int not null,  -- the conversation's when it came
  changed_version int,           -- and when its author changed it or took it back
  delivery_id     uuid,
  state           text check (state in ('SENDING', 'SENT', 'REFUSED', 'UNKNOWN', 'WITHDRAWN')),
  refusal         text,
  refusal_words   text,
  likes           int not null default 0,
  liked           text check (liked in ('SENDING', 'LIKED')),
  search          tsvector not null generated always as (
    to_tsvector('palabre_fr', author_name || ' ' || author_handle || ' ' || text)) stored,
  primary key (workspace_id, id),
  unique (workspace_id, account_id, remote_id),
  foreign key (workspace_id, conversation_id) references inbox_conversation on delete cascade
);
create index inbox_message_conversation on inbox_message (workspace_id, conversation_id, at);
create index inbox_message_at on inbox_message (workspace_id, at desc, id desc);
create index inbox_message_person on inbox_message (workspace_id, person_id, at desc)
  where person_id is not null;
-- By day, so that a search may look at a stretch of time only. A short pending list: each search
-- reads it in full.
create index inbox_message_search on inbox_message
  using gin (workspace_id, inbox_day(at), search) with (gin_pending_list_limit = 256);
select palabre_guard('inbox_message');

-- Messages that match, newest first, before a place. The owner's function, since row-level security
-- keeps the text index out of reach of anyone else; it sees the rows of the transaction's workspace
-- only. Frequent words are found by walking back through the last messages; others through the text
-- index, in the days just before, then in all that is older. What is put in order is bounded:
-- `matches` says how many there were to choose from.
create function inbox_search(query tsquery, before_at timestamptz, before_id uuid, most int)
returns table (message_id uuid, conversation_id uuid, at timestamptz, matches int)
language plpgsql stable security definer
set search_path = public set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  tenant uuid := palabre_workspace();
  walk constant int := 2000;     -- messages read one by one
  stretch constant int := 20;    -- as many walks are looked at next, through the index
  bound constant int := 6000;    -- matches put in order at most
  page constant int := 51;
  newest timestamptz;
  oldest timestamptz;
  walked int;
  days int;
  more int;
  found int;
begin
  return query
    select m.id, m.conversation_id, m.at, 0
      from (select x.id, x.conversation_id, x.at, x.search
              from inbox_message x
             where x.workspace_id = tenant and (x.at, x.id) < (before_at, before_id)
             order by x.at desc, x.id desc
             limit walk) m
     where m.search @@ query
     limit most;
  get diagnostics found = row_count;
  if found >= page then return; end if;

  select count(*), max(w.at), min(w.at) into walked, newest, oldest
    from (select x.at
            from inbox_message x
           where x.workspace_id = tenant and (x.at, x.id) < (before_at, before_id)
           order by x.at desc, x.id desc
           limit walk) w;
  if walked < walk then return; end if;
  days := least(100, 1 + extract(epoch from newest - oldest) / 86400 * stretch);
  -- The beginning of a word would be looked up anew each day.
  if query::text like '%:*%' then days := 0; end if;
  return query
    with matched as materialized (
      select x.id, x.conversation_id, x.at
        from inbox_message x
       where x.workspace_id = tenant and x.search @@ query
         and x.at <= oldest and (x.at, x.id) < (before_at, before_id)
         and inbox_day(x.at) = any (array(
               select generate_series(inbox_day(oldest) - days + 1, inbox_day(oldest))))
       limit bound)
    select m.id, m.conversation_id, m.at, (select count(*)::int from matched)
      from matched m
     order by m.at desc, m.id desc
     limit most - found;
  get diagnostics more = row_count;
  found := found + more;
  if found >= page then return; end if;

  return query
    with matched as materialized (
      select x.id, x.conversation_id, x.at
        from inbox_message x
       where x.workspace_id = tenant and x.search @@ query
         and x.at < timestamptz '1970-01-01 00:00:00+00'
                    + make_interval(days => inbox_day(oldest) - days + 1)
       limit bound)
    select m.id, m.conversation_id, m.at, (select count(*)::int from matched)
      from matched m
     order by m.at desc, m.id desc
     limit most - found;
end $$;

-- What a message said before its author changed it.
create table inbox_revision (
  workspace_id uuid not null,
  message_id   uuid not null,
  replaced_at  timestamptz not null,
  text         text not null,
  primary key (workspace_id, message_id, replaced_at),
  foreign key (workspace_id, message_id) references inbox_message on delete cascade
);
select palabre_guard('inbox_revision');

-- Likes, shares and follows, each counted once.
create table inbox_reaction (
  workspace_id uuid not null references identity_workspace on delete cascade,
  account_id   uuid not null,
  on_id        text not null,    -- empty for a follow
  kind         text not null,
  person_id    uuid not null,
  at           timestamptz not null,
  primary key (workspace_id, account_id, on_id, kind, person_id)
);
create index inbox_reaction_person on inbox_reaction (workspace_id, person_id);
select palabre_guard('inbox_reaction');

create table inbox_note (
  workspace_id    uuid not null,
  id              uuid not null default uuidv7(),
  conversation_id uuid not null,
  text            text not null,
  by_id           uuid not null,
  by_name         text not null,
  at              timestamptz not null,
  version         int not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references inbox_conversation on delete cascade
);
create index inbox_note_conversation on inbox_note (workspace_id, conversation_id);
select palabre_guard('inbox_note');

-- What people decided about a conversation, shown in it as small grey lines, and undone from here.
create table inbox_act (
  workspace_id    uuid not null,
  id              uuid not null default uuidv7(),
  conversation_id uuid not null,
  batch_id        uuid not null, -- acts done in one gesture are undone in one
  kind            text not null check (kind in ('ASSIGNED', 'CLOSED', 'REOPENED')),
  detail          text not null default '',
  before_id       uuid,          -- whose it was
  before_name     text,
  turn_id         uuid,          -- the turn it ended
  by_id           uuid not null,
  by_name         text not null,
  at              timestamptz not null,
  version         int not null,
  undone_at       timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references inbox_conversation on delete cascade
);
create index inbox_act_conversation on inbox_act (workspace_id, conversation_id);
create index inbox_act_batch on inbox_act (workspace_id, batch_id);
select palabre_guard('inbox_act');

-- Who looks at a conversation now, and who writes.
create table inbox_presence (
  workspace_id    uuid not null,
  conversation_id uuid not null,
  user_id         uuid not null,
  user_name       text not null,
  seen_at         timestamptz not null,
  writing_at      timestamptz,
  primary key (workspace_id, conversation_id, user_id),
  foreign key (workspace_id, conversation_id) references inbox_conversation on delete cascade
);
create index inbox_presence_seen on inbox_presence (workspace_id, seen_at);
select palabre_guard('inbox_presence');

-- What a person has begun to write, so that nothing typed is lost.
create table inbox_draft (
  workspace_id    uuid not null,
  conversation_id uuid not null,
  user_id         uuid not null,
  text            text not null,
  saved_at        timestamptz not null,
  primary key (workspace_id, conversation_id, user_id),
  foreign key (workspace_id, conversation_id) references inbox_conversation on delete cascade
);
select palabre_guard('inbox_draft');
