-- Stores deliveries and their work: all of it, in one transaction. kind: 0 accepted, 1 a copy, 3 no room, 8 somebody holds its key, 9 to be asked for once more.
-- Who is not patient waits for no key, so that all the others of its group do not.
create or replace function {schema}.accept(
    _at bigint, _owner bigint, _endpoint int[], _received bigint[], _size bigint[], _event text[], _action text[], _delivery text[],
    _identity bytea[], _key text[], _body bytea[], _payload bytea[], _details bytea[], _fits boolean[], _claim boolean[],
    _again boolean[], _delay bigint[], _priority smallint[], _forgets boolean[], _is_patient boolean)
returns table(kind int, id bigint, is_claimed boolean, state int) {options} as $$
#variable_conflict use_column
declare
    _now bigint;
    _day int;
    _paused int[];
    _busy bigint[] := '{}';
    _ids bigint[];
    _known bigint[];
    _states smallint[];
begin
    perform announce(_at);
    _now := coalesce(_at, clock());
    _day := day_of(_now);
    perform ensure_day(_day);
    if true = any(_claim) and not exists (select from host h where h.id = _owner) then
        raise exception 'The host was taken for dead.' using errcode = 'HL001';
    end if;

    if _is_patient then
        perform pg_advisory_xact_lock(l.lock) from (
            select distinct lock_of(u.endpoint, u.key) as lock from unnest(_endpoint, _key) u(endpoint, key) where u.key is not null order by 1) l;
    else
        _busy := array(
            select l.lock from (
                select distinct lock_of(u.endpoint, u.key) as lock from unnest(_endpoint, _key) u(endpoint, key) where u.key is not null) l
            where not pg_try_advisory_xact_lock(l.lock));
    end if;

    _paused := paused_endpoints();
    _ids := array(
        select case when u.fits and (u.key is null or not lock_of(u.endpoint, u.key) = any(_busy)) then next_delivery(_day) end
        from unnest(_fits, _endpoint, _key) with ordinality u(fits, endpoint, key, n) order by u.n);

    insert into identity(key, delivery, at)
    select u.key, u.id, _now from unnest(_identity, _ids) u(key, id) where u.key is not null and u.id is not null order by u.key
    on conflict (key) do nothing;

    -- Whose identity it is now: its own where it is new.
    _known := array(
        select case when u.key is null then u.id else (select i.delivery from identity i where i.key = u.key) end
        from unnest(_identity, _ids) with ordinality u(key, id, n) order by u.n);

    _states := array(
        select case
            when u.id is null or u.known is distinct from u.id then null
            when u.key is not null and (
                row_number() over (partition by u.endpoint, u.key, u.known = u.id order by u.n) > 1
                or exists (select from work w where w.endpoint = u.endpoint and w.order_key = u.key and w.state < 5)) then 3
            when u.delay > 0 then 2
            when u.claim and not u.endpoint = any(_paused) then 1
            else 0 end
        from unnest(_ids, _known, _endpoint, _key, _claim, _delay) with ordinality u(id, known, endpoint, key, claim, delay, n) order by u.n);

    insert into delivery(
        id, day, endpoint, received_at, size, event, event_action, delivery_id, identity, order_key, priority, forgets, delay, body,
        payload, details)
    select u.id, _day, u.endpoint, u.received, u.size, u.event, u.action, u.delivery, u.identity, u.key, u.priority, u.forgets, u.delay,
        u.body, u.payload, u.details
    from unnest(_ids, _states, _endpoint, _received, _size, _event, _action, _delivery, _identity, _key, _priority, _forgets, _delay,
        _body, _payload, _details)
        u(id, state, endpoint, received, size, event, action, delivery, identity, key, priority, forgets, delay, body, payload, details)
    where u.state is not null;

    with added as (
        insert into work(
            id, endpoint, state, again, due_at, attempt, crashes, deaths, suspect, token, owner, size, ready_at, order_key, ranks_at,
            forgets)
        select u.id, u.endpoint, u.state, u.again, case when u.delay > 0 then _now + u.delay else 0 end, (u.state = 1)::int, 0, 0, false,
            (u.state = 1)::int, case when u.state = 1 then _owner else 0 end, u.size, u.received + u.delay, u.key,
            u.received + u.delay - u.priority * {step}, u.forgets
        from unnest(_ids, _states, _endpoint, _size, _received, _key, _again, _delay, _priority, _forgets)
            u(id, state, endpoint, size, received, key, again, delay, priority, forgets)
        where u.state is not null
        returning endpoint, state, size)
    insert into tally(endpoint, ready, leased, delayed, dead, quarantined, bytes, stored)
    select endpoint, count(*) filter (where state in (0, 3)), count(*) filter (where state = 1), count(*) filter (where state = 2),
        0, 0, sum(size), sum(size + {overhead})
    from added group by endpoint;

    return query
    select case
            when u.state is not null then 0
            when u.known is not null then 1
            when u.id is null and u.fits then 8
            when u.id is null then 3
            else 9 end,
        coalesce(u.known, 0), u.state is not distinct from 1,
        case when u.state is null and u.known is not null then (select w.state::int from work w where w.id = u.known) end
    from unnest(_ids, _known, _states, _fits) with ordinality u(id, known, state, fits, n) order by u.n;
end $$;

-- What binaries before this one call.
create or replace function {schema}.accept(
    _at bigint, _owner bigint, _endpoint int[], _received bigint[], _size bigint[], _event text[], _action text[], _delivery text[],
    _identity bytea[], _key text[], _body bytea[], _payload bytea[], _details bytea[], _fits boolean[], _claim boolean[],
    _again boolean[], _delay bigint[], _priority smallint[], _forgets boolean[])
returns table(kind int, id bigint, is_claimed boolean, state int) {options} as $$
#variable_conflict use_column
begin
    return query select a.kind, a.id, a.is_claimed, a.state from accept(
        _at, _owner, _endpoint, _received, _size, _event, _action, _delivery, _identity, _key, _body, _payload, _details, _fits, _claim,
        _again, _delay, _priority, _forgets, true) a;
end $$;

-- Keeps what was handled before it was answered.
create or replace function {schema}.record(
    _at bigint, _endpoint int, _received bigint, _size bigint, _event text, _action text, _delivery text, _key text, _replay bigint,
    _body bytea, _payload bytea, _details bytea, _state smallint, _started bigint, _elapsed bigint, _handler text, _error_type text,
    _error text, _fingerprint text)
returns bigint {options} as $$
declare
    _now bigint;
    _day int;
    _id bigint;
begin
    perform announce(_at);
    _now := coalesce(_at, clock());
    _day := day_of(_now);
    perform ensure_day(_day);
    _id := next_delivery(_day);
    insert into delivery(
        id, day, endpoint, received_at, size, event, event_action, delivery_id, order_key, replay_of, recorded, priority, forgets, delay,
        body, payload, details)
    values (_id, _day, _endpoint, _received, _size, _event, _action, _delivery, _key, _replay, _state, 0, false, 0, _body,
        _payload, _details);
    insert into outcome(
        id, day, delivery, attempt, crashes, state, started_at, elapsed, ended_at, handler, error_type, error, fingerprint)
    values (next_outcome(_day), _day, _id, 1, 0, _state, _started, _elapsed, _now, _handler, _error_type, _error, _fingerprint);
    perform count_change(_endpoint, null, null, 0, _size + {overhead});
    return _id;
end $$;

-- Stores a copy that runs as if it had come in now.
create or replace function {schema}.replay(_at bigint, _original bigint) returns bigint {options} as $$
declare
    _now bigint;
    _day int;
    _row delivery;
    _id bigint;
    _state smallint := 0;
begin
    perform announce(_at);
    _now := coalesce(_at, clock());
    _day := day_of(_now);
    select * into _row from delivery where id = _original and day in (0, day_in(_original));
    if not found or not is_shown(_original, _row.received_at, cutoff()) then
        return null;
    end if;

    perform ensure_day(_day);
    if _row.order_key is not null then
        perform pg_advisory_xact_lock(lock_of(_row.endpoint, _row.order_key));
        if exists (select from work where endpoint = _row.endpoint and order_key = _row.order_key and state < 5) then
            _state := 3;
        end if;
    end if;

    _id := next_delivery(_day);
    insert into delivery(
        id, day, endpoint, received_at, size, event, event_action, delivery_id, order_key, replay_of, priority, forgets, delay, body,
        payload, details)
    values (_id, _day, _row.endpoint, _now, _row.size, _row.event, _row.event_action, _row.delivery_id, _row.order_key, _original,
        _row.priority, _row.forgets, 0, _row.body, _row.payload, _row.details);
    insert into work(id, endpoint, state, again, due_at, attempt, crashes, deaths, suspect, token, owner, size, ready_at, order_key,
        ranks_at, forgets)
    values (_id, _row.endpoint, _state, true, 0, 0, 0, 0, false, 0, 0, _row.size, _now, _row.order_key,
        _now - _row.priority * {step}, _row.forgets);
    perform count_change(_row.endpoint, null, _state, _row.size, _row.size + {overhead});
    return _id;
end $$;
