-- The ids that come into question for a search, newest first. What is asked for decides which index names them: a comparison of rows is one that no other index
-- can make, also where a plan is made while the tables are small.
create or replace function {schema}.candidates_down(
    _delivery text, _fingerprint text, _error_type text, _state smallint, _before bigint) returns refcursor {options} as $$
declare
    _candidates refcursor;
begin
    if _delivery is not null then
        open _candidates for select d.id from delivery d
            where (hashtextextended(d.delivery_id, 0), d.id) > (hashtextextended(_delivery, 0), 0)
                and (hashtextextended(d.delivery_id, 0), d.id) < (hashtextextended(_delivery, 0), _before)
                and d.delivery_id is not null
            order by hashtextextended(d.delivery_id, 0) desc, d.id desc;
    elsif _fingerprint is not null then
        open _candidates for select o.delivery from outcome o
            where (hashtextextended(o.fingerprint, 0), o.delivery) > (hashtextextended(_fingerprint, 0), 0)
                and (hashtextextended(o.fingerprint, 0), o.delivery) < (hashtextextended(_fingerprint, 0), _before)
                and o.fingerprint is not null
            order by hashtextextended(o.fingerprint, 0) desc, o.delivery desc;
    elsif _error_type is not null then
        open _candidates for select o.delivery from outcome o
            where (hashtextextended(o.error_type, 0), o.delivery) > (hashtextextended(_error_type, 0), 0)
                and (hashtextextended(o.error_type, 0), o.delivery) < (hashtextextended(_error_type, 0), _before)
                and o.error_type is not null
            order by hashtextextended(o.error_type, 0) desc, o.delivery desc;
    elsif _state in (6, 7) then
        open _candidates for
            (select w.id from work w where w.state > 5 and w.state = _state and w.id < _before order by w.id desc)
            union all
            (select d.id from delivery d
                where d.recorded is not null and d.recorded <> 5 and d.recorded = _state and d.id < _before order by d.id desc)
            order by 1 desc;
    elsif _state = 8 then
        open _candidates for select d.id from dismissed d where d.id < _before order by d.id desc;
    elsif _state <> 5 then
        open _candidates for select w.id from work w where w.id < _before order by w.id desc;
    else
        open _candidates for select d.id from delivery d where d.id < _before order by d.id desc;
    end if;

    return _candidates;
end $$;

-- The same, oldest first, up to where more may come.
create or replace function {schema}.candidates_up(
    _delivery text, _fingerprint text, _error_type text, _state smallint, _after bigint, _end bigint) returns refcursor {options} as $$
declare
    _candidates refcursor;
begin
    if _delivery is not null then
        open _candidates for select d.id from delivery d
            where (hashtextextended(d.delivery_id, 0), d.id) > (hashtextextended(_delivery, 0), _after)
                and (hashtextextended(d.delivery_id, 0), d.id) < (hashtextextended(_delivery, 0), _end)
                and d.delivery_id is not null
            order by hashtextextended(d.delivery_id, 0), d.id;
    elsif _fingerprint is not null then
        open _candidates for select o.delivery from outcome o
            where (hashtextextended(o.fingerprint, 0), o.delivery) > (hashtextextended(_fingerprint, 0), _after)
                and (hashtextextended(o.fingerprint, 0), o.delivery) < (hashtextextended(_fingerprint, 0), _end)
                and o.fingerprint is not null
            order by hashtextextended(o.fingerprint, 0), o.delivery;
    elsif _error_type is not null then
        open _candidates for select o.delivery from outcome o
            where (hashtextextended(o.error_type, 0), o.delivery) > (hashtextextended(_error_type, 0), _after)
                and (hashtextextended(o.error_type, 0), o.delivery) < (hashtextextended(_error_type, 0), _end)
                and o.error_type is not null
            order by hashtextextended(o.error_type, 0), o.delivery;
    elsif _state in (6, 7) then
        open _candidates for
            (select w.id from work w where w.state > 5 and w.state = _state and w.id > _after and w.id < _end order by w.id)
            union all
            (select d.id from delivery d
                where d.recorded is not null and d.recorded <> 5 and d.recorded = _state and d.id > _after and d.id < _end order by d.id)
            order by 1;
    elsif _state = 8 then
        open _candidates for select d.id from dismissed d where d.id > _after and d.id < _end order by d.id;
    elsif _state <> 5 then
        open _candidates for select w.id from work w where w.id > _after and w.id < _end order by w.id;
    else
        open _candidates for select d.id from delivery d where d.id > _after and d.id < _end order by d.id;
    end if;

    return _candidates;
end $$;

-- The ids that a search finds, newest first, or oldest first where _after is set; and at the end a row with where to go on. Newest first, that is null where
-- everything was looked at; oldest first, it is the last one that was looked at.
create or replace function {schema}.find(
    _at bigint, _plugin text, _name text, _jobs boolean, _endpoints int[], _event text, _delivery text, _state smallint, _from bigint,
    _to bigint, _error_type text, _fingerprint text, _before bigint, _after bigint, _size int, _most int)
returns table(id bigint, next bigint) {options} as $$
#variable_conflict use_column
declare
    _candidates refcursor;
    _cutoff bigint := cutoff();
    _id bigint;
    _last bigint := 0;
    _row record;
    _standing smallint;
    _read int := 0;
    _found int := 0;
begin
    _candidates := case
        when _after is null then candidates_down(_delivery, _fingerprint, _error_type, _state, _before)
        else candidates_up(_delivery, _fingerprint, _error_type, _state, _after, settled(_at)) end;
    -- Read after the candidates: each of those has an endpoint that is known by now.
    if _plugin is not null or _jobs is not null then
        _endpoints := array(
            select e.id from endpoint e
            where (_plugin is null or e.plugin = _plugin) and (_name is null or e.name = _name)
                and (_jobs is null or _jobs = (left(e.name, 1) <> '/')));
    end if;

    loop
        fetch _candidates into _id;
        if not found or _found = _size or _read = _most then
            close _candidates;
            return query select null::bigint, case when _id is not null or (_after is not null and _read > 0) then _last end;
            return;
        end if;

        _read := _read + 1;
        -- One that failed several times.
        continue when _id = _last;
        _last := _id;
        select d.endpoint, d.received_at, d.event, d.delivery_id, d.recorded into _row
        from delivery d where d.id = _id and d.day in (0, day_in(_id));
        continue when not found
            or (_endpoints is not null and not _row.endpoint = any(_endpoints))
            or (_from is not null and _row.received_at < _from)
            or (_to is not null and _row.received_at >= _to)
            or (_event is not null and _row.event is distinct from _event)
            or (_delivery is not null and _row.delivery_id is distinct from _delivery);
        if _state is not null then
            _standing := coalesce(
                _row.recorded,
                (select w.state from work w where w.id = _id),
                case when exists (select from dismissed d where d.id = _id) then 8 else 5 end);
            continue when _standing <> _state;
        end if;

        if _error_type is not null or _fingerprint is not null then
            continue when not exists (
                select from (
                    select o.error_type, o.fingerprint from outcome o
                    where o.delivery = _id and (o.day = 0 or o.day >= day_in(_id)) order by o.id desc limit 1) o
                where (_error_type is null or o.error_type = _error_type) and (_fingerprint is null or o.fingerprint = _fingerprint));
        end if;

        continue when not is_shown(_id, _row.received_at, _cutoff);
        _found := _found + 1;
        return query select _id, null::bigint;
    end loop;
end $$;

-- What binaries before this one call.
create or replace function {schema}.search(
    _endpoints int[], _event text, _delivery text, _state smallint, _from bigint, _to bigint, _error_type text, _fingerprint text,
    _before bigint, _size int, _most int)
returns table(id bigint, next bigint) {options} as $$
#variable_conflict use_column
begin
    return query select f.id, f.next from find(
        null, null, null, null, _endpoints, _event, _delivery, _state, _from, _to, _error_type, _fingerprint, _before, null, _size,
        _most) f;
end $$;

-- What a list says of deliveries, in their order.
create or replace function {schema}.summaries(_ids bigint[])
returns table(
    id bigint, endpoint int, state int, received_at bigint, event text, event_action text, delivery_id text, body_length bigint,
    attempts int, crashes int, due_at bigint, ended_at bigint, error_type text, error text, fingerprint text, replay_of bigint)
{options} as $$
#variable_conflict use_column
declare
    _cutoff bigint := cutoff();
begin
    return query
    select d.id, d.endpoint, coalesce(d.recorded, w.state, case when s.id is not null then 8 else 5 end)::int, d.received_at,
        d.event, d.event_action, d.delivery_id, octet_length(d.body)::bigint,
        coalesce(w.attempt, s.attempt, o.attempt, 0), coalesce(w.crashes, s.crashes, o.crashes, 0),
        case when w.state = 2 then w.due_at end, o.ended_at, o.error_type, o.error, o.fingerprint, d.replay_of
    from unnest(_ids) with ordinality u(id, n)
    join lateral (select * from delivery d where d.id = u.id and d.day in (0, day_in(u.id))) d on true
    left join work w on w.id = u.id
    left join dismissed s on s.id = u.id
    left join lateral (
        select * from outcome o where o.delivery = u.id and (o.day = 0 or o.day >= day_in(u.id)) order by o.id desc limit 1) o on true
    where is_shown(d.id, d.received_at, _cutoff)
    order by u.n;
end $$;

create or replace function {schema}.attempts(_id bigint)
returns table(
    attempt int, state int, started_at bigint, elapsed bigint, handler text, error_type text, error text, fingerprint text)
{options} as $$
#variable_conflict use_column
begin
    return query
    select o.attempt, o.state::int, o.started_at, o.elapsed, o.handler, o.error_type, o.error, o.fingerprint
    from outcome o where o.delivery = _id and (o.day = 0 or o.day >= day_in(_id)) order by o.id limit 4096;
end $$;

create or replace function {schema}.item(_id bigint)
returns table(
    endpoint int, received_at bigint, event text, event_action text, delivery_id text, order_key text, replay_of bigint, body bytea,
    payload bytea, details bytea, priority int, forgets boolean, delay bigint) {options} as $$
#variable_conflict use_column
begin
    return query
    select d.endpoint, d.received_at, d.event, d.event_action, d.delivery_id, d.order_key, d.replay_of, d.body, d.payload,
        d.details, d.priority::int, d.forgets, d.delay
    from delivery d where d.id = _id and d.day in (0, day_in(_id)) and is_shown(d.id, d.received_at, cutoff());
end $$;

-- Adds up the changes, and writes them as fewer rows where there are many.
create or replace function {schema}.totals()
returns table(
    endpoint int, ready bigint, leased bigint, delayed bigint, dead bigint, quarantined bigint, bytes bigint, stored bigint) {options} as $$
#variable_conflict use_column
begin
    if (select max(n) - min(n) from tally) > 2000 and pg_try_advisory_xact_lock({salt} + 4) then
        with gone as (
            delete from tally t where t.n in (select x.n from tally x order by x.n limit 50000 for update skip locked) returning t.*)
        insert into tally(endpoint, ready, leased, delayed, dead, quarantined, bytes, stored)
        select g.endpoint, sum(g.ready), sum(g.leased), sum(g.delayed), sum(g.dead), sum(g.quarantined), sum(g.bytes), sum(g.stored)
        from gone g group by g.endpoint;
    end if;

    return query
    select t.endpoint, sum(t.ready)::bigint, sum(t.leased)::bigint, sum(t.delayed)::bigint, sum(t.dead)::bigint,
        sum(t.quarantined)::bigint, sum(t.bytes)::bigint, sum(t.stored)::bigint
    from tally t group by t.endpoint;
end $$;

-- Since when the oldest can run that is to be run without waiting for a time, or runs; of what is ready, the one that is claimed first counts, and of what waits
-- for others of its key, and of suspects, the first.
create or replace function {schema}.oldest() returns table(endpoint int, ready_at bigint) {options} as $$
#variable_conflict use_column
begin
    return query
    select x.endpoint, min(x.ready_at) from (
        select w.endpoint, w.ready_at from work w where w.state = 1
        union all
        (select distinct on (w.endpoint) w.endpoint, w.ready_at from work w where w.suspect and w.state = 4 order by w.endpoint, w.id)
        union all
        select e.id, f.ready_at from endpoint e cross join lateral (
            (select r.ready_at from (
                (select w.ready_at, w.ranks_at, w.id from work w
                    where w.endpoint = e.id and w.state = 0 and not w.again order by w.id limit 1)
                union all
                (select w.ready_at, w.ranks_at, w.id from work w
                    where w.endpoint = e.id and w.state = 0 and w.again order by w.ranks_at, w.id limit 1)) r
                order by r.ranks_at, r.id limit 1)
            union all
            (select w.ready_at from work w where w.endpoint = e.id and w.state = 3 order by w.id limit 1)) f) x
    group by x.endpoint;
end $$;
