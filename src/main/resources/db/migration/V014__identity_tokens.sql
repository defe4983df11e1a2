-- Personal tokens of the API, each for one brand, each with fewer permissions than its person.

create table identity_token (
  workspace_id uuid not null references identity_workspace on delete cascade,
  id           uuid not null default uuidv7(),
  user_id      uuid not null,
  name         text not null,
  token_hash   bytea not null unique,
  permissions  text[] not null,
  created_at   timestamptz not null,
  used_at      timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references identity_membership on delete cascade
);
create index identity_token_user on identity_token (workspace_id, user_id);
select palabre_guard('identity_token');

-- Who holds this token, and their part in the brand of this address if it is the token's.
-- The owner's function: it sees tokens before a workspace is chosen.
create function identity_bearer(hash bytea, brand text)
returns table (
  user_id uuid, email text, name text, locale text, theme text, seen_at timestamptz,
  workspace_id uuid, workspace_name text, zone text, workspace_locale text, demo boolean,
  owner_approves boolean, role text, token_workspace uuid, token_id uuid, permissions text[]
)
language sql stable security definer set search_path = public as $$
  select u.id, u.email, u.name, u.locale, u.theme, t.used_at,
         w.id, w.name, w.zone, w.locale, w.demo, w.owner_approves, m.role,
         t.workspace_id, t.id, t.permissions
    from identity_token t
    join identity_user u on u.id = t.user_id and u.disabled_at is null
    join identity_membership m on m.workspace_id = t.workspace_id and m.user_id = t.user_id
    left join identity_workspace w on w.id = t.workspace_id and w.slug = brand
   where t.token_hash = hash
$$;
