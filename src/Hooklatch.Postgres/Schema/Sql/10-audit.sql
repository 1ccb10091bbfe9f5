-- Keeps that a person has changed something.
create or replace function {schema}.add_audit(_at bigint, _who text, _action text, _target text, _detail text, _peer text)
returns void {options} as $$
begin
    insert into audit(at, who, action, target, detail, peer)
    values (coalesce(_at, clock()), _who, _action, _target, _detail, _peer);
end $$;

create or replace function {schema}.read_audit(_before bigint, _size int)
returns table(id bigint, at bigint, who text, action text, target text, detail text, peer text) {options} as $$
#variable_conflict use_column
begin
    return query
    select a.id, a.at, a.who, a.action, a.target, a.detail, a.peer from audit a where a.id < _before order by a.id desc limit _size;
end $$;

-- Drops a part of what is too old, or too much by its numbers, in which there are hardly any gaps. Whether there is more.
create or replace function {schema}.sweep_audit(_at bigint, _max_age bigint, _max_rows bigint) returns boolean {options} as $$
declare
    _too_old bigint := coalesce(_at, clock()) - _max_age;
    _too_many bigint := (select a.id from audit a order by a.id desc limit 1) - _max_rows;
    _count int;
begin
    delete from audit where id in (
        select o.id from (select a.id, a.at from audit a order by a.id limit 500) o where o.id <= _too_many or o.at <= _too_old);
    get diagnostics _count = row_count;
    return _count = 500;
end $$;
