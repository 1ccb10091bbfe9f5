-- What came after the first schemas of this version. A binary that does not know it works on as before, so that it needs no version of its own.

-- What persons have changed.
create table if not exists {schema}.audit(
    id bigint generated always as identity primary key, at bigint not null, who text not null, action text not null, target text not null,
    detail text, peer text);

-- How many bytes the values of each plugin take. A trigger counts, whoever writes.
create table if not exists {schema}.value_total(plugin text primary key, bytes bigint not null);
