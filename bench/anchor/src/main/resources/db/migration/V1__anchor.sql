create table anchor (id bigint primary key);
