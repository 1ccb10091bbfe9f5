-- Ends claims that are still held: one row for each of them, and one with a negative place for each whose key somebody holds. Who is patient waits for those.
create or replace function {schema}.finish(
    _at bigint, _id bigint[], _token bigint[], _state smallint[], _counts boolean[], _delay bigint[], _started bigint[], _elapsed bigint[],
    _handler text[], _error_type text[], _error text[], _fingerprint text[], _report bytea[], _is_patient boolean)
returns table(place int) {options} as $$
#variable_conflict use_column
declare
    _now bigint := coalesce(_at, clock());
    _day int := day_of(_now);
    _busy bigint[] := '{}';
    _waiting int[] := '{}';
    _held int[];
    _endpoints int[];
    _keys text[];
    _forgotten bigint[];
    _forgotten_id bigint;
    _turn record;
begin
    perform ensure_day(_day);
    if _is_patient then
        perform pg_advisory_xact_lock(l.lock) from (
            select distinct lock_of(w.endpoint, w.order_key) as lock
            from unnest(_id) u(id) join work w on w.id = u.id where w.order_key is not null order by 1) l;
    else
        _busy := array(
            select l.lock from (
                select distinct lock_of(w.endpoint, w.order_key) as lock
                from unnest(_id) u(id) join work w on w.id = u.id where w.order_key is not null) l
            where not pg_try_advisory_xact_lock(l.lock));
        if _busy <> '{}' then
            _waiting := array(
                select u.n::int from unnest(_id) with ordinality u(id, n) join work w on w.id = u.id
                where w.order_key is not null and lock_of(w.endpoint, w.order_key) = any(_busy));
        end if;
    end if;

    with given as (
        select u.* from unnest(
            _id, _token, _state, _counts, _delay, _started, _elapsed, _handler, _error_type, _error, _fingerprint, _report)
            with ordinality u(id, token, state, counts, delay, started, elapsed, handler, error_type, error, fingerprint, report, n)
        where not u.n = any(_waiting)),
    gone as (
        delete from work w using given g where g.state = 5 and w.id = g.id and w.token = g.token and w.state = 1
        returning g.*, w.endpoint, w.attempt, w.crashes, w.size, w.order_key, w.forgets, 5::smallint as after),
    changed as (
        update work w set
            state = case when g.state = 0 and w.suspect then 4 else g.state end,
            again = true,
            attempt = w.attempt - (not g.counts)::int,
            deaths = case when g.state = 0 then w.deaths else 0 end,
            suspect = g.state = 0 and w.suspect,
            due_at = case when g.state = 2 then _now + g.delay else 0 end,
            owner = 0
        from given g where g.state <> 5 and w.id = g.id and w.token = g.token and w.state = 1
        returning g.*, w.endpoint, w.attempt, w.crashes, w.size, w.order_key, w.forgets, w.state as after),
    held as (
        select * from gone union all select * from changed),
    noted as (
        insert into outcome(
            id, day, delivery, attempt, crashes, state, started_at, elapsed, ended_at, handler, error_type, error, fingerprint)
        select next_outcome(_day), _day, h.id, h.attempt, h.crashes, h.state, h.started, h.elapsed, _now, h.handler, h.error_type, h.error,
            h.fingerprint
        from held h where h.counts),
    reported as (
        insert into report(id, data) select h.id, h.report from held h where h.report is not null
        on conflict (id) do update set data = excluded.data),
    counted as (
        insert into tally(endpoint, ready, leased, delayed, dead, quarantined, bytes, stored)
        select h.endpoint, count(*) filter (where h.after in (0, 4)), -count(*), count(*) filter (where h.after = 2),
            count(*) filter (where h.after = 6), 0, -coalesce(sum(h.size) filter (where h.after = 5), 0), 0
        from held h group by h.endpoint)
    select array_agg(h.n::int), array_agg(h.endpoint) filter (where h.order_key is not null and h.state in (5, 6)),
        array_agg(h.order_key) filter (where h.order_key is not null and h.state in (5, 6)),
        array_agg(h.id) filter (where h.forgets and h.state = 5)
    into _held, _endpoints, _keys, _forgotten from held h;

    foreach _forgotten_id in array coalesce(_forgotten, '{}') loop
        perform forget_identity(_forgotten_id);
    end loop;

    for _turn in select distinct u.endpoint, u.key from unnest(_endpoints, _keys) u(endpoint, key) loop
        perform pass_turn(_now, _turn.endpoint, _turn.key);
    end loop;

    return query select u from unnest(_held) u union all select -u from unnest(_waiting) u;
end $$;

-- What binaries before this one call.
create or replace function {schema}.finish(
    _at bigint, _id bigint[], _token bigint[], _state smallint[], _counts boolean[], _delay bigint[], _started bigint[], _elapsed bigint[],
    _handler text[], _error_type text[], _error text[], _fingerprint text[], _report bytea[])
returns table(place int) {options} as $$
#variable_conflict use_column
begin
    return query select f.place from finish(
        _at, _id, _token, _state, _counts, _delay, _started, _elapsed, _handler, _error_type, _error, _fingerprint, _report, true) f;
end $$;

-- Keeps what a handler reports, while its claim is held.
create or replace function {schema}.report(_id bigint, _token bigint, _data bytea) returns boolean {options} as $$
begin
    perform from work where id = _id and token = _token and state = 1 for no key update;
    if not found then
        return false;
    end if;

    insert into report(id, data) values (_id, _data) on conflict (id) do update set data = excluded.data;
    return true;
end $$;
