-- Images sent to their network before the post that shows them: claimed once, by one node; then what
-- the network calls each of its files. What is not here when the post goes out goes out with it.
create table delivery_images_ahead (
  workspace_id uuid not null,
  delivery_id  uuid not null,
  names        jsonb not null default '{}',
  claimed_at   timestamptz not null,
  primary key (workspace_id, delivery_id),
  foreign key (workspace_id, delivery_id) references delivery_delivery on delete cascade
);
create index delivery_images_ahead_claimed on delivery_images_ahead (claimed_at);
select palabre_guard('delivery_images_ahead');
