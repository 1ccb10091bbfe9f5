create or replace function {schema}.clock() returns bigint language sql volatile as $$
    select (extract(epoch from clock_timestamp()) * 10000000)::bigint + 621355968000000000
$$;

create or replace function {schema}.day_of(_ticks bigint) returns int language sql immutable as $$
    select greatest(1, (_ticks / 864000000000) - 737424)::int
$$;

create or replace function {schema}.ticks_of(_day int) returns bigint language sql immutable as $$
    select (_day::bigint + 737424) * 864000000000
$$;

create or replace function {schema}.day_in(_id bigint) returns int language sql immutable as $$ select (_id >> 39)::int $$;

create or replace function {schema}.next_delivery(_day int) returns bigint language sql volatile as $$
    select (_day::bigint << 39) | nextval('{schema}.delivery_number')
$$;

create or replace function {schema}.next_outcome(_day int) returns bigint language sql volatile as $$
    select (_day::bigint << 39) | nextval('{schema}.outcome_number')
$$;

-- The smallest id that a delivery of a day can get from now on.
create or replace function {schema}.next_bound(_day int) returns bigint language sql volatile as $$
    select (_day::bigint << 39) | (last_value + is_called::int) from {schema}.delivery_number
$$;

-- Says that this transaction is going to store deliveries, before it takes their numbers and looks at the clock: with a shared lock that nobody waits for, whose
-- name is the smallest id that they can get. So who reads in the order of the ids knows up to where nothing more can come (settled).
-- Of the 64 bits of the name, 53 are the id and 11 tell the schema; another one of the same 11 bits makes a reader wait for nothing, and skip nothing.
create or replace function {schema}.announce(_at bigint) returns void {options} as $$
declare
    _first bigint;
begin
    -- Once in a transaction, which may store many.
    if current_setting('hooklatch.announced', true) is distinct from '{schema}' then
        _first := next_bound(day_of(coalesce(_at, clock())));
        perform pg_advisory_xact_lock_shared(
            ((({salt} >> 8 & 2047) << 21) | (_first >> 32 & 2097151))::bit(32)::int, _first::bit(32)::int);
        perform set_config('hooklatch.announced', '{schema}', true);
    end if;
end $$;

-- The id below which no delivery can become visible any more.
create or replace function {schema}.settled(_at bigint) returns bigint {options} as $$
declare
    -- Read before the locks: who is not among those takes a larger one.
    _next bigint := next_bound(day_of(coalesce(_at, clock())));
    _open bigint := (
        select min((l.classid::bigint & 2097151) << 32 | l.objid::bigint) from pg_locks l
        where l.locktype = 'advisory' and l.objsubid = 2 and l.classid::bigint >> 21 = ({salt} >> 8 & 2047)
            and l.database = (select d.oid from pg_database d where d.datname = current_database()));
begin
    return least(_next, _open);
end $$;

-- The lock of a key. Whoever changes whose turn it is holds it, so that two hosts never both find that it is nobody's.
create or replace function {schema}.lock_of(_endpoint int, _key text) returns bigint language sql immutable as $$
    select hashtextextended(_endpoint::text || ':' || _key, {salt})
$$;

-- The time before which what has ended is no longer shown; it leaves with the partition of its day.
create or replace function {schema}.cutoff() returns bigint language sql stable as $$
    select coalesce((select value from {schema}.meta where name = 'cutoff'), 0)
$$;

-- Adds the partitions of a day. Whoever inserts goes on meanwhile.
create or replace function {schema}.ensure_day(_day int) returns void {options} as $$
declare
    _table text;
begin
    if to_regclass('{schema}.outcome_' || _day) is not null and to_regclass('{schema}.delivery_' || _day) is not null then
        return;
    end if;

    -- Read as a row: what the session knows of names by heart is not renewed by a lock of this kind.
    perform pg_advisory_xact_lock({salt} + 1);
    foreach _table in array array['delivery', 'outcome'] loop
        -- Each by itself: of an old day one may be dropped and the other kept.
        continue when exists (
            select from pg_class where relname = _table || '_' || _day and relnamespace = '{schema}'::regnamespace);
        execute format('create table {schema}.%1$s_%2$s (like {schema}.%1$s including defaults including storage including indexes)', _table, _day);
        execute format('alter table {schema}.%1$s attach partition {schema}.%1$s_%2$s for values in (%2$s)', _table, _day);
    end loop;
end $$;

create or replace function {schema}.paused_endpoints() returns int[] {options} as $$
begin
    return array(select e.id from pause p join endpoint e on e.plugin = p.plugin and (p.endpoint = '' or p.endpoint = e.name));
end $$;

-- Lets the next of a key go on where it is nobody's turn: ready, or delayed until its time. The caller holds the lock of the key.
create or replace function {schema}.pass_turn(_now bigint, _endpoint int, _key text) returns void {options} as $$
declare
    _state smallint;
begin
    update work set state = case when due_at > _now then 2 else 0 end, again = true, due_at = case when due_at > _now then due_at else 0 end
    where id = (select id from work where endpoint = _endpoint and order_key = _key and state < 5 and state = 3 order by id limit 1)
        and not exists (
            select from work where endpoint = _endpoint and order_key = _key and state < 5 and state <> 3)
    returning state into _state;
    if _state = 2 then
        perform count_change(_endpoint, 3::smallint, 2::smallint, 0, 0);
    end if;
end $$;

-- Lets the next of its kind be new.
create or replace function {schema}.forget_identity(_id bigint) returns void {options} as $$
begin
    delete from identity
    where delivery = _id and key = (select d.identity from delivery d where d.id = _id and d.day in (0, day_in(_id)));
end $$;

-- When a finished delivery ended; null where it is not finished.
create or replace function {schema}.end_of(_id bigint, _received_at bigint) returns bigint {options} as $$
begin
    if exists (select from work where id = _id) then
        return null;
    end if;

    return coalesce(
        (select at from dismissed where id = _id),
        (select ended_at from outcome where delivery = _id and (day = 0 or day >= day_in(_id)) order by id desc limit 1),
        _received_at);
end $$;

-- Whether a delivery is shown.
create or replace function {schema}.is_shown(_id bigint, _received_at bigint, _cutoff bigint) returns boolean {options} as $$
begin
    -- What was accepted after that time cannot have ended before it.
    return ticks_of(day_in(_id)) > _cutoff or coalesce(end_of(_id, _received_at) > _cutoff, true);
end $$;

-- What a list counts as ready: also what waits for others of its key, and suspects.
create or replace function {schema}.count_change(_endpoint int, _from smallint, _to smallint, _bytes bigint, _stored bigint) returns void {options} as $$
begin
    insert into tally(endpoint, ready, leased, delayed, dead, quarantined, bytes, stored) values (
        _endpoint,
        coalesce((_to in (0, 3, 4))::int, 0) - coalesce((_from in (0, 3, 4))::int, 0),
        coalesce((_to = 1)::int, 0) - coalesce((_from = 1)::int, 0),
        coalesce((_to = 2)::int, 0) - coalesce((_from = 2)::int, 0),
        coalesce((_to = 6)::int, 0) - coalesce((_from = 6)::int, 0),
        coalesce((_to = 7)::int, 0) - coalesce((_from = 7)::int, 0),
        _bytes, _stored);
end $$;
