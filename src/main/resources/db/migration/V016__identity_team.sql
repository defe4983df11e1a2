-- Forgotten passwords, invitations, logos.

create table identity_reset (
  token_hash bytea primary key,
  user_id    uuid not null references identity_user on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index identity_reset_user on identity_reset (user_id, created_at);

alter table identity_knock drop constraint identity_knock_door_check;
alter table identity_knock add constraint identity_knock_door_check
  check (door in ('account', 'address', 'letter'));

alter table identity_workspace add column logo text;

-- The link is sealed beside its hash, so that an administrator can copy it again while it holds.
create table identity_invitation (
  workspace_id uuid not null references identity_workspace on delete cascade,
  id           uuid not null,
  email        text,
  role         text not null,
  token_hash   bytea not null unique,
  token_sealed bytea not null,
  invited_by   uuid not null references identity_user,
  mail_id      uuid,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  revoked_at   timestamptz,
  primary key (workspace_id, id)
);
create index identity_invitation_open on identity_invitation (workspace_id)
  where accepted_at is null and revoked_at is null;
select palabre_guard('identity_invitation');

-- What a link invites to, while it holds. The owner's function: its reader is in no brand yet.
create function identity_invitation_at(hash bytea, at timestamptz)
returns table (
  workspace_id uuid, id uuid, workspace_name text, slug text, workspace_locale text, email text,
  role text, inviter text
)
language sql stable security definer set search_path = public as $$
  select i.workspace_id, i.id, w.name, w.slug, w.locale, i.email, i.role, u.name
    from identity_invitation i
    join identity_workspace w on w.id = i.workspace_id
    join identity_user u on u.id = i.invited_by
   where i.token_hash = hash and i.accepted_at is null and i.revoked_at is null
     and i.expires_at > at
$$;

-- Whether one person administers every brand of another: only then may they mend their sign-in.
create function identity_administers_all(actor uuid, person uuid)
returns boolean
language sql stable security definer set search_path = public as $$
  select not exists (
    select from identity_membership m
     where m.user_id = person and not exists (
       select from identity_membership a
        where a.workspace_id = m.workspace_id and a.user_id = actor
          and a.role = 'ADMINISTRATOR'))
$$;

-- Both ways in now tell the brand's logo; the switcher too.
drop function identity_authenticate(bytea, text, timestamptz);
create function identity_authenticate(session_hash bytea, brand text, at timestamptz)
returns table (
  user_id uuid, email text, name text, locale text, theme text, seen_at timestamptz,
  workspace_id uuid, workspace_name text, zone text, workspace_locale text, demo boolean,
  owner_approves boolean, logo text, role text
)
language sql stable security definer set search_path = public as $$
  select u.id, u.email, u.name, u.locale, u.theme, s.seen_at,
         w.id, w.name, w.zone, w.locale, w.demo, w.owner_approves, w.logo, m.role
    from identity_session s
    join identity_user u on u.id = s.user_id and u.disabled_at is null
    left join identity_workspace w on w.slug = brand
         and exists (select from identity_membership x
                      where x.workspace_id = w.id and x.user_id = u.id)
    left join identity_membership m on m.workspace_id = w.id and m.user_id = u.id
   where s.token_hash = session_hash and s.expires_at > at
$$;

drop function identity_bearer(bytea, text);
create function identity_bearer(hash bytea, brand text)
returns table (
  user_id uuid, email text, name text, locale text, theme text, seen_at timestamptz,
  workspace_id uuid, workspace_name text, zone text, workspace_locale text, demo boolean,
  owner_approves boolean, logo text, role text, token_workspace uuid, token_id uuid,
  permissions text[]
)
language sql stable security definer set search_path = public as $$
  select u.id, u.email, u.name, u.locale, u.theme, t.used_at,
         w.id, w.name, w.zone, w.locale, w.demo, w.owner_approves, w.logo, m.role,
         t.workspace_id, t.id, t.permissions
    from identity_token t
    join identity_user u on u.id = t.user_id and u.disabled_at is null
    join identity_membership m on m.workspace_id = t.workspace_id and m.user_id = t.user_id
    left join identity_workspace w on w.id = t.workspace_id and w.slug = brand
   where t.token_hash = hash
$$;

drop function identity_brands(uuid);
create function identity_brands(person uuid)
returns table (id uuid, slug text, name text, logo text, role text)
language sql stable security definer set search_path = public as $$
  select w.id, w.slug, w.name, w.logo, m.role
    from identity_membership m join identity_workspace w on w.id = m.workspace_id
   where m.user_id = person
   order by lower(w.name), w.id
$$;
