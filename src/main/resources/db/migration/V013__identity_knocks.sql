-- Attempts to sign in, counted by account and by address; what was tried is kept as a keyed hash.

create table identity_knock (
  door      text not null check (door in ('account', 'address')),
  who       bytea not null,
  knocks    int not null,
  last_at   timestamptz not null,
  closed_to timestamptz not null,
  primary key (door, who)
);
create index identity_knock_age on identity_knock (last_at);
