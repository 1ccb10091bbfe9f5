-- Drops a part of what is no longer kept. Whether there is more.
create or replace function {schema}.sweep(_at bigint, _max_age bigint, _max_bytes bigint, _identity_age bigint) returns boolean {options} as $$
declare
    _now bigint := coalesce(_at, clock());
    _today int := day_of(_now);
    _too_old bigint := _now - _max_age;
    _day int;
    _is_too_much boolean;
    _has_more boolean := false;
begin
    if not pg_try_advisory_xact_lock({salt} + 5) then
        return false;
    end if;

    perform ensure_day(_today);
    perform ensure_day(_today + 1);
    perform ensure_day(_today + 2);
    -- It only grows: what was no longer shown does not come back when the time is set longer.
    insert into meta(name, value) values ('cutoff', _too_old)
    on conflict (name) do update set value = greatest(meta.value, excluded.value);
    _is_too_much := (select coalesce(sum(stored), 0) from tally) > _max_bytes;

    for _day in
        select substr(c.relname, 10)::int from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'delivery'::regclass and c.relname <> 'delivery_0' order by 1
    loop
        exit when _day >= _today or _has_more;
        exit when not _is_too_much and ticks_of(_day + 1) > _too_old;
        _has_more := sweep_day(_day, case when ticks_of(_day + 1) > _too_old then _now else _too_old end);
        _is_too_much := (select coalesce(sum(stored), 0) from tally) > _max_bytes;
    end loop;

    if not _has_more then
        _has_more := sweep_outcomes(_today, _too_old);
    end if;

    if not _has_more then
        _has_more := sweep_rows(0, _too_old, null);
    end if;

    if not _has_more and _is_too_much then
        -- Of what came in today the oldest goes row by row.
        _has_more := sweep_rows(null, _now, _max_bytes);
    end if;

    _has_more := sweep_identities(_now - _identity_age) or _has_more;
    return sweep_values(_now) or _has_more;
end $$;

-- How long the drop of a day waits for those who read and write: nothing that comes in may wait for long behind it. Where that was too short, the next one
-- waits for longer, so that retention comes to its end however much is read.
create or replace function {schema}.wait_to_drop() returns void {options} as $$
begin
    perform set_config('lock_timeout', coalesce((select value from meta where name = 'drop_wait'), 300)::text, true);
end $$;

create or replace function {schema}.note_drop(_is_done boolean) returns void {options} as $$
begin
    perform set_config('lock_timeout', '0', true);
    if _is_done then
        delete from meta where name = 'drop_wait';
    else
        insert into meta(name, value) values ('drop_wait', 600) on conflict (name) do update set value = least(meta.value * 2, 1500);
    end if;
end $$;

-- The deliveries of a day that outlast it, and lie in its partition still: what is unfinished, and what ended later.
create or replace function {schema}.outlasting(_day int, _too_old bigint) returns setof bigint {options} as $$
declare
    _first bigint := _day::bigint << 39;
    _end bigint := (_day::bigint + 1) << 39;
begin
    return query
    select x.id from (
        select w.id from work w where w.id >= _first and w.id < _end
        union
        select d.id from dismissed d where d.id >= _first and d.id < _end and d.at > _too_old
        union
        select o.delivery from outcome o
        where o.delivery >= _first and o.delivery < _end and (o.day = 0 or o.day >= day_of(_too_old)) and o.ended_at > _too_old) x
    where exists (select from delivery d where d.id = x.id and d.day = _day)
    limit 500;
end $$;

-- Moves what outlasts its day out of the day's partition, and then drops that. Whether it is to be called again.
create or replace function {schema}.sweep_day(_day int, _too_old bigint) returns boolean {options} as $$
declare
    _gone record;
begin
    update delivery d set day = 0 from outlasting(_day, _too_old) m where d.id = m and d.day = _day;
    if found then
        return true;
    end if;

    for _gone in execute format('select endpoint, sum(size + {overhead}) as stored from {schema}.delivery_%s group by endpoint', _day) loop
        perform count_change(_gone.endpoint, null, null, 0, -_gone.stored::bigint);
    end loop;

    delete from dismissed where id >= _day::bigint << 39 and id < (_day::bigint + 1) << 39 and at <= _too_old;
    delete from report r where r.id >= _day::bigint << 39 and r.id < (_day::bigint + 1) << 39
        and not exists (select from delivery d where d.id = r.id and d.day = 0);
    perform wait_to_drop();
    -- The parent first, as everybody who reads does: or this waits for one who waits for this.
    lock table only {schema}.delivery in access exclusive mode;
    execute format('lock table {schema}.delivery_%s in access exclusive mode', _day);
    if exists (select from outlasting(_day, _too_old)) then
        raise exception 'A delivery was made ready meanwhile.' using errcode = 'lock_not_available';
    end if;

    execute format('drop table {schema}.delivery_%s', _day);
    perform note_drop(true);
    return true;
exception when lock_not_available then
    perform note_drop(false);
    return false;
end $$;

-- Drops the days of outcomes that no delivery has any more; what one still has moves.
create or replace function {schema}.sweep_outcomes(_today int, _too_old bigint) returns boolean {options} as $$
declare
    _day int;
begin
    for _day in
        select substr(c.relname, 9)::int from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'outcome'::regclass and c.relname <> 'outcome_0' order by 1
    loop
        -- The deliveries of that day and those before go first; what is left of them is among those of day 0.
        exit when _day >= _today or ticks_of(_day + 1) > _too_old or to_regclass('{schema}.delivery_' || _day) is not null;
        update outcome o set day = 0
        from (
            select o.id from delivery d cross join lateral (select o.id from outcome o where o.delivery = d.id and o.day = _day offset 0) o
            where d.day = 0 limit 500) m
        where o.id = m.id and o.day = _day;
        if found then
            return true;
        end if;

        perform wait_to_drop();
        execute format('drop table {schema}.outcome_%s', _day);
        perform note_drop(true);
        return true;
    end loop;

    return false;
exception when lock_not_available then
    perform note_drop(false);
    return false;
end $$;

-- Drops finished deliveries row by row: those of one day that are too old, or the oldest of all until the rest is small enough.
create or replace function {schema}.sweep_rows(_day int, _too_old bigint, _max_bytes bigint) returns boolean {options} as $$
declare
    _row record;
    _read int := 0;
    _dropped int := 0;
    _after bigint := coalesce((select value from meta where name = 'swept' || coalesce(_day, -1)), 0);
    _over bigint := (select coalesce(sum(stored), 0) from tally) - _max_bytes;
begin
    for _row in
        select d.id, d.received_at, d.size from delivery d
        where d.day between coalesce(_day, 0) and coalesce(_day, 2147483647) and d.id > _after
        order by d.id limit 2000
    loop
        exit when _over <= 0 or _dropped = 200;
        _read := _read + 1;
        _after := _row.id;
        continue when coalesce(end_of(_row.id, _row.received_at) > _too_old, true);
        perform drop_delivery(_row.id, false);
        _dropped := _dropped + 1;
        _over := _over - _row.size - {overhead};
    end loop;

    -- A call goes on where the last one ended, and begins anew where everything was looked at.
    insert into meta(name, value)
    values ('swept' || coalesce(_day, -1), case when _read = 2000 or _dropped = 200 then _after else 0 end)
    on conflict (name) do update set value = excluded.value;
    return _read = 2000 or _dropped = 200;
end $$;

create or replace function {schema}.sweep_identities(_too_old bigint) returns boolean {options} as $$
declare
    _row record;
    _read int := 0;
    _from bigint := coalesce((select value from meta where name = 'identities'), 0);
    _last bigint;
begin
    for _row in select key, delivery, at from identity where at >= _from and at <= _too_old order by at limit 2000 loop
        _read := _read + 1;
        _last := _row.at;
        if not exists (select from work where id = _row.delivery) then
            delete from identity where key = _row.key;
        end if;
    end loop;

    -- More than that may be of one time: then what is left of it comes with the next round.
    insert into meta(name, value)
    values ('identities', case when _read < 2000 then 0 when _last = _from then _last + 1 else _last end)
    on conflict (name) do update set value = excluded.value;
    return _read = 2000;
end $$;
