-- Brands, people, sessions. identity_user and identity_session belong to no brand; membership is
-- read by its person or by its brand.

create table identity_user (
  id            uuid primary key default uuidv7(),
  email         text not null,
  name          text not null,
  password_hash text,
  locale        text not null default 'fr',
  theme         text not null default 'auto',
  created_at    timestamptz not null default now(),
  disabled_at   timestamptz
);
create unique index identity_user_email on identity_user (lower(email));

create table identity_workspace (
  id             uuid primary key default uuidv7(),
  slug           text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9]){1,39}$'),
  name           text not null,
  zone           text not null default 'Europe/Paris',
  locale         text not null default 'fr',
  demo           boolean not null default false,
  owner_approves boolean not null default true,
  created_at     timestamptz not null default now()
);

create table identity_membership (
  workspace_id uuid not null references identity_workspace on delete cascade,
  user_id      uuid not null references identity_user on delete cascade,
  role         text not null,
  created_at   timestamptz not null default now(),
  primary key (workspace_id, user_id)
);
create index identity_membership_user on identity_membership (user_id);
select palabre_guard('identity_membership');

create table identity_session (
  token_hash   bytea primary key,
  user_id      uuid not null references identity_user on delete cascade,
  created_at   timestamptz not null,
  seen_at      timestamptz not null,
  expires_at   timestamptz not null,
  user_agent   text not null default ''
);
create index identity_session_user on identity_session (user_id);

-- Who holds this session, and their part in the brand of this address; one round trip a request.
-- The owner's function: it sees membership before a workspace is chosen.
create function identity_authenticate(session_hash bytea, brand text, at timestamptz)
returns table (
  user_id uuid, email text, name text, locale text, theme text, seen_at timestamptz,
  workspace_id uuid, workspace_name text, zone text, workspace_locale text, demo boolean,
  owner_approves boolean, role text
)
language sql stable security definer set search_path = public as $$
  select u.id, u.email, u.name, u.locale, u.theme, s.seen_at,
         w.id, w.name, w.zone, w.locale, w.demo, w.owner_approves, m.role
    from identity_session s
    join identity_user u on u.id = s.user_id and u.disabled_at is null
    left join identity_workspace w on w.slug = brand
         and exists (select from identity_membership x
                      where x.workspace_id = w.id and x.user_id = u.id)
    left join identity_membership m on m.workspace_id = w.id and m.user_id = u.id
   where s.token_hash = session_hash and s.expires_at > at
$$;

-- The brands of one person, for the switcher.
create function identity_brands(person uuid)
returns table (slug text, name text, role text)
language sql stable security definer set search_path = public as $$
  select w.slug, w.name, m.role
    from identity_membership m join identity_workspace w on w.id = m.workspace_id
   where m.user_id = person
   order by w.name
$$;
