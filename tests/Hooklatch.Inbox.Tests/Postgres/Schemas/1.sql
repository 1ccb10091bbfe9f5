-- The schema as revision 1 of version 1 wrote it.
create schema {schema};
create table {schema}.meta(name text primary key, value bigint not null);
insert into {schema}.meta values ('version', 1), ('oldest_binary', 1), ('revision', 1);
-- Times are UTC in ticks of 100 nanoseconds since the year 1. An id is the day of the acceptance (since 2020, by the clock of the database) in the upper bits
-- and a number of a sequence in the lower 39, so that it says in which partition its row lies. Day 0 holds what outlasts the partition of its day.

create table {schema}.endpoint(
    id int generated always as identity primary key, plugin text not null, name text not null, unique(plugin, name));

create sequence {schema}.delivery_number maxvalue 549755813887 cycle;
create sequence {schema}.outcome_number maxvalue 549755813887 cycle;

-- One row for each start of a host; its claims name it.
create table {schema}.host(
    id bigint generated always as identity primary key, name text not null, started_at bigint not null, seen_at bigint not null);

-- Whose handlers have begun, as each host notes it. Only what is read after the host's death counts.
create table {schema}.running(
    n bigint generated always as identity, owner bigint not null, ids bigint[] not null, tokens bigint[] not null, alone boolean[] not null);
create index running_owner on {schema}.running(owner, n);

-- What was received. Written once. recorded: the state of what was handled before it was answered.
create table {schema}.delivery(
    id bigint not null, day int not null, endpoint int not null, received_at bigint not null, size bigint not null,
    event text, event_action text, delivery_id text, identity bytea, order_key text, replay_of bigint, recorded smallint,
    priority smallint not null, forgets boolean not null, delay bigint not null,
    body bytea not null, payload bytea, details bytea not null, primary key(id, day)) partition by list(day);
alter table {schema}.delivery alter body set storage external, alter payload set storage external;
create index delivery_delivery_id on {schema}.delivery(hashtextextended(delivery_id, 0), id) where delivery_id is not null;
create index delivery_recorded on {schema}.delivery(recorded, id) where recorded is not null and recorded <> 5;

-- What tells copies. It outlasts the delivery, and never ends before the work does.
create table {schema}.identity(key bytea primary key, delivery bigint not null, at bigint not null);
create index identity_at on {schema}.identity(at);

-- What is unfinished, dead or quarantined. again: it was something else than ready before, or has a priority. Such rows are few and lie anywhere, so they have
-- an index of their own, and what was never claimed is read from where the last claim ended. Dead entries before that cost nothing then, however long they stay.
create table {schema}.work(
    id bigint primary key, endpoint int not null, state smallint not null, again boolean not null, due_at bigint not null, attempt int not null,
    crashes int not null, deaths int not null, suspect boolean not null, token bigint not null, owner bigint not null, size bigint not null,
    ready_at bigint not null, order_key text, ranks_at bigint not null, forgets boolean not null)
    with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_scale_factor = 0.5);
create index work_fresh on {schema}.work(endpoint, id) where state = 0 and not again;
create index work_again on {schema}.work(endpoint, ranks_at, id) where state = 0 and again;
create index work_leased on {schema}.work(owner, id) where state = 1;
create index work_due on {schema}.work(due_at, id) where state = 2;
create index work_waiting on {schema}.work(endpoint, id) where state = 3;
create index work_suspect on {schema}.work(state, endpoint, id) where suspect;
create index work_order on {schema}.work(endpoint, order_key, id) where order_key is not null and state < 5;
create index work_dead on {schema}.work(state, id) where state > 5;

create table {schema}.dismissed(
    id bigint primary key, at bigint not null, attempt int not null, crashes int not null, token bigint not null);

-- One row for each try that ended.
create table {schema}.outcome(
    id bigint not null, day int not null, delivery bigint not null, attempt int not null, crashes int not null, state smallint not null,
    started_at bigint not null, elapsed bigint not null, ended_at bigint not null, handler text, error_type text, error text, fingerprint text,
    primary key(id, day)) partition by list(day);
create index outcome_delivery on {schema}.outcome(delivery, id);
create index outcome_fingerprint on {schema}.outcome(hashtextextended(fingerprint, 0), delivery) where fingerprint is not null;
create index outcome_error_type on {schema}.outcome(hashtextextended(error_type, 0), delivery) where error_type is not null;

-- What a handler has reported last, or given back.
create table {schema}.report(id bigint primary key, data bytea not null);

-- What plugins keep. Each write has a new version, so that none comes twice. size: what counts towards the limit; 0 for what the worker itself notes.
create sequence {schema}.value_version;
create table {schema}.value(
    plugin text not null, scope text not null, key text not null, version bigint not null, data bytea not null, size bigint not null,
    expires_at bigint);
create unique index value_name on {schema}.value(plugin, md5(scope || chr(1) || key));
create index value_size on {schema}.value(plugin) include (size);
create index value_expires on {schema}.value(expires_at) where expires_at is not null;

-- endpoint: empty for all of the plugin.
create table {schema}.pause(plugin text not null, endpoint text not null, primary key(plugin, endpoint));

-- What a person has disabled.
create table {schema}.disabled_plugin(plugin text primary key);

-- What there is, as changes that are added up: nobody waits for a row that another one changes. stored: the bytes of everything that is kept.
create table {schema}.tally(
    n bigint generated always as identity primary key, endpoint int not null, ready bigint not null, leased bigint not null,
    delayed bigint not null, dead bigint not null, quarantined bigint not null, bytes bigint not null, stored bigint not null);

create table {schema}.delivery_0 partition of {schema}.delivery for values in (0);
create table {schema}.outcome_0 partition of {schema}.outcome for values in (0);
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

-- The lock of a key. Whoever changes whose turn it is holds it, so that two hosts never both find that it is nobody's.
create or replace function {schema}.lock_of(_endpoint int, _key text) returns bigint language sql immutable as $$
    select hashtextextended(_endpoint::text || ':' || _key, (17)::bigint)
$$;

-- The time before which what has ended is no longer shown; it leaves with the partition of its day.
create or replace function {schema}.cutoff() returns bigint language sql stable as $$
    select coalesce((select value from {schema}.meta where name = 'cutoff'), 0)
$$;

-- Adds the partitions of a day. Whoever inserts goes on meanwhile.
create or replace function {schema}.ensure_day(_day int) returns void language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _table text;
begin
    if to_regclass('{schema}.outcome_' || _day) is not null and to_regclass('{schema}.delivery_' || _day) is not null then
        return;
    end if;

    -- Read as a row: what the session knows of names by heart is not renewed by a lock of this kind.
    perform pg_advisory_xact_lock((17)::bigint + 1);
    foreach _table in array array['delivery', 'outcome'] loop
        -- Each by itself: of an old day one may be dropped and the other kept.
        continue when exists (
            select from pg_class where relname = _table || '_' || _day and relnamespace = '{schema}'::regnamespace);
        execute format('create table {schema}.%1$s_%2$s (like {schema}.%1$s including defaults including storage including indexes)', _table, _day);
        execute format('alter table {schema}.%1$s attach partition {schema}.%1$s_%2$s for values in (%2$s)', _table, _day);
    end loop;
end $$;

create or replace function {schema}.paused_endpoints() returns int[] language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
    return array(select e.id from pause p join endpoint e on e.plugin = p.plugin and (p.endpoint = '' or p.endpoint = e.name));
end $$;

-- Lets the next of a key go on where it is nobody's turn: ready, or delayed until its time. The caller holds the lock of the key.
create or replace function {schema}.pass_turn(_now bigint, _endpoint int, _key text) returns void language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
create or replace function {schema}.forget_identity(_id bigint) returns void language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
    delete from identity
    where delivery = _id and key = (select d.identity from delivery d where d.id = _id and d.day in (0, day_in(_id)));
end $$;

-- When a finished delivery ended; null where it is not finished.
create or replace function {schema}.end_of(_id bigint, _received_at bigint) returns bigint language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
create or replace function {schema}.is_shown(_id bigint, _received_at bigint, _cutoff bigint) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
    -- What was accepted after that time cannot have ended before it.
    return ticks_of(day_in(_id)) > _cutoff or coalesce(end_of(_id, _received_at) > _cutoff, true);
end $$;

-- What a list counts as ready: also what waits for others of its key, and suspects.
create or replace function {schema}.count_change(_endpoint int, _from smallint, _to smallint, _bytes bigint, _stored bigint) returns void language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
-- Stores deliveries and their work: all of it, in one transaction. kind: 0 accepted, 1 a copy, 3 no room, 9 to be asked for once more.
create or replace function {schema}.accept(
    _at bigint, _owner bigint, _endpoint int[], _received bigint[], _size bigint[], _event text[], _action text[], _delivery text[],
    _identity bytea[], _key text[], _body bytea[], _payload bytea[], _details bytea[], _fits boolean[], _claim boolean[],
    _again boolean[], _delay bigint[], _priority smallint[], _forgets boolean[])
returns table(kind int, id bigint, is_claimed boolean, state int) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
#variable_conflict use_column
declare
    _now bigint := coalesce(_at, clock());
    _day int := day_of(_now);
    _paused int[];
    _ids bigint[];
    _known bigint[];
    _states smallint[];
begin
    perform ensure_day(_day);
    if true = any(_claim) and not exists (select from host h where h.id = _owner) then
        raise exception 'The host was taken for dead.' using errcode = 'HL001';
    end if;

    perform pg_advisory_xact_lock(l.lock) from (
        select distinct lock_of(u.endpoint, u.key) as lock from unnest(_endpoint, _key) u(endpoint, key) where u.key is not null order by 1) l;
    _paused := paused_endpoints();
    _ids := array(select case when u.fits then next_delivery(_day) end from unnest(_fits) u(fits));

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
            u.received + u.delay - u.priority * 600000000, u.forgets
        from unnest(_ids, _states, _endpoint, _size, _received, _key, _again, _delay, _priority, _forgets)
            u(id, state, endpoint, size, received, key, again, delay, priority, forgets)
        where u.state is not null
        returning endpoint, state, size)
    insert into tally(endpoint, ready, leased, delayed, dead, quarantined, bytes, stored)
    select endpoint, count(*) filter (where state in (0, 3)), count(*) filter (where state = 1), count(*) filter (where state = 2),
        0, 0, sum(size), sum(size + 600)
    from added group by endpoint;

    return query
    select case when u.state is not null then 0 when u.known is not null then 1 when u.id is null then 3 else 9 end,
        coalesce(u.known, 0), u.state is not distinct from 1,
        case when u.state is null and u.known is not null then (select w.state::int from work w where w.id = u.known) end
    from unnest(_ids, _known, _states) with ordinality u(id, known, state, n) order by u.n;
end $$;

-- Keeps what was handled before it was answered.
create or replace function {schema}.record(
    _at bigint, _endpoint int, _received bigint, _size bigint, _event text, _action text, _delivery text, _key text, _replay bigint,
    _body bytea, _payload bytea, _details bytea, _state smallint, _started bigint, _elapsed bigint, _handler text, _error_type text,
    _error text, _fingerprint text)
returns bigint language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _now bigint := coalesce(_at, clock());
    _day int := day_of(_now);
    _id bigint;
begin
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
    perform count_change(_endpoint, null, null, 0, _size + 600);
    return _id;
end $$;

-- Stores a copy that runs as if it had come in now.
create or replace function {schema}.replay(_at bigint, _original bigint) returns bigint language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _now bigint := coalesce(_at, clock());
    _day int := day_of(_now);
    _row delivery;
    _id bigint;
    _state smallint := 0;
begin
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
        _now - _row.priority * 600000000, _row.forgets);
    perform count_change(_row.endpoint, null, _state, _row.size, _row.size + 600);
    return _id;
end $$;
-- Makes ready what is due, and claims. The last row has no id and says when the next is due, what time it is, and whether there are suspects.
create or replace function {schema}.claim(
    _at bigint, _owner bigint, _endpoint int[], _max int[], _mark bigint[], _most int, _only_suspect boolean)
returns table(
    id bigint, token bigint, endpoint int, attempt int, crashes int, is_suspect boolean, size bigint, is_again boolean,
    due_at bigint, at bigint, has_suspects boolean) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
#variable_conflict use_column
declare
    _now bigint := coalesce(_at, clock());
    _paused int[];
    _there int[];
    _given int[];
    _left int := _most;
    _dealt boolean := true;
    _chosen bigint[] := '{}';
    _again bigint[];
    _fresh bigint[];
begin
    if not exists (select from host h where h.id = _owner) then
        raise exception 'The host was taken for dead.' using errcode = 'HL001';
    end if;

    with due as (
        select w.id from work w where w.state = 2 and w.due_at <= _now order by w.due_at, w.id limit 1000 for update skip locked),
    made as (
        update work w set state = 0, again = true, due_at = 0 from due where w.id = due.id and w.state = 2 returning w.endpoint)
    insert into tally(endpoint, ready, leased, delayed, dead, quarantined, bytes, stored)
    select made.endpoint, count(*), 0, -count(*), 0, 0, 0, 0 from made group by made.endpoint;

    _paused := paused_endpoints();
    if _only_suspect then
        perform pg_advisory_xact_lock((17)::bigint + 2);
        if _most > 0 and not exists (select from work w where w.suspect and w.state = 1) then
            _chosen := array(
                select w.id from work w
                where w.suspect and w.state = 4 and w.endpoint = any(_endpoint) and not w.endpoint = any(_paused)
                order by w.id limit 1 for update skip locked);
        end if;
    else
        -- How many there are, and one to each endpoint in turn.
        _there := array(
            select case when u.endpoint = any(_paused) then 0 else (
                select count(*) from (
                    (select 1 from work w where w.endpoint = u.endpoint and w.state = 0 and w.again limit least(u.max, _most))
                    union all
                    (select 1 from work w
                        where w.endpoint = u.endpoint and w.state = 0 and not w.again and w.id > u.mark limit least(u.max, _most))) x) end
            from unnest(_endpoint, _max, _mark) with ordinality u(endpoint, max, mark, n) order by u.n);
        _given := array_fill(0, array[cardinality(_endpoint)]);
        while _dealt and _left > 0 loop
            _dealt := false;
            for i in 1..cardinality(_endpoint) loop
                if _left > 0 and _given[i] < least(_there[i], _max[i]) then
                    _given[i] := _given[i] + 1;
                    _left := _left - 1;
                    _dealt := true;
                end if;
            end loop;
        end loop;

        for i in 1..cardinality(_endpoint) loop
            continue when _given[i] = 0;
            -- What another host claims at this moment is passed over.
            _again := array(
                select w.id from work w where w.endpoint = _endpoint[i] and w.state = 0 and w.again
                order by w.ranks_at, w.id limit _given[i] for update skip locked);
            _fresh := array(
                select w.id from work w where w.endpoint = _endpoint[i] and w.state = 0 and not w.again and w.id > _mark[i]
                order by w.id limit _given[i] for update skip locked);
            _chosen := _chosen || case
                when _again = '{}' then _fresh
                else array(
                    select w.id from unnest(_again || _fresh) u(id) join work w on w.id = u.id order by w.ranks_at, w.id limit _given[i])
                end;
        end loop;
    end if;

    return query
    with was as (
        select w.id, w.again from work w where w.id = any(_chosen)),
    leased as (
        update work w set state = 1, attempt = w.attempt + 1, token = w.token + 1, owner = _owner, suspect = (w.state = 4)
        from was where w.id = was.id and w.state in (0, 4)
        returning w.id, w.token, w.endpoint, w.attempt, w.crashes, w.suspect, w.size, was.again, w.ranks_at),
    counted as (
        insert into tally(endpoint, ready, leased, delayed, dead, quarantined, bytes, stored)
        select l.endpoint, -count(*), count(*), 0, 0, 0, 0, 0 from leased l group by l.endpoint)
    select l.id, l.token, l.endpoint, l.attempt, l.crashes, l.suspect, l.size, l.again, null::bigint, null::bigint, null::boolean
    from leased l order by l.ranks_at, l.id;

    return query
    select null::bigint, null::bigint, null::int, null::int, null::int, null::boolean, null::bigint, null::boolean,
        (select w.due_at from work w where w.state = 2 order by w.due_at limit 1),
        _now,
        exists (select from work w where w.suspect and w.state = 4 and w.endpoint = any(_endpoint) and not w.endpoint = any(_paused));
end $$;

-- Notes that handlers begin, and says which of their claims are held still: another host may have put one aside. It need not outlast a loss of power, so nobody
-- waits for the disk. What is noted of a claim that is none any more counts for nothing.
create or replace function {schema}.mark(_owner bigint, _ids bigint[], _tokens bigint[], _alone boolean[])
returns table(last bigint, held boolean[]) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _n bigint;
begin
    perform set_config('synchronous_commit', 'off', true);
    insert into running(owner, ids, tokens, alone) values (_owner, _ids, _tokens, _alone) returning n into _n;
    return query select _n, array(
        select exists (select from work w where w.id = u.id and w.token = u.token and w.owner = _owner and w.state = 1)
        from unnest(_ids, _tokens) with ordinality u(id, token, n) order by u.n);
end $$;
-- Ends claims that are still held: one row for each of them.
create or replace function {schema}.finish(
    _at bigint, _id bigint[], _token bigint[], _state smallint[], _counts boolean[], _delay bigint[], _started bigint[], _elapsed bigint[],
    _handler text[], _error_type text[], _error text[], _fingerprint text[], _report bytea[])
returns table(place int) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
#variable_conflict use_column
declare
    _now bigint := coalesce(_at, clock());
    _day int := day_of(_now);
    _held int[];
    _endpoints int[];
    _keys text[];
    _forgotten bigint[];
    _forgotten_id bigint;
    _turn record;
begin
    perform ensure_day(_day);
    perform pg_advisory_xact_lock(l.lock) from (
        select distinct lock_of(w.endpoint, w.order_key) as lock
        from unnest(_id) u(id) join work w on w.id = u.id where w.order_key is not null order by 1) l;

    with given as (
        select u.* from unnest(
            _id, _token, _state, _counts, _delay, _started, _elapsed, _handler, _error_type, _error, _fingerprint, _report)
            with ordinality u(id, token, state, counts, delay, started, elapsed, handler, error_type, error, fingerprint, report, n)),
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

    return query select u from unnest(_held) u;
end $$;

-- Keeps what a handler reports, while its claim is held.
create or replace function {schema}.report(_id bigint, _token bigint, _data bytea) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
    perform from work where id = _id and token = _token and state = 1 for no key update;
    if not found then
        return false;
    end if;

    insert into report(id, data) values (_id, _data) on conflict (id) do update set data = excluded.data;
    return true;
end $$;
-- Begins a host, as one that no other start of it is.
create or replace function {schema}.begin_host(_at bigint, _name text) returns bigint language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _now bigint := coalesce(_at, clock());
    _id bigint;
begin
    insert into host(name, started_at, seen_at) values (_name, _now, _now) returning id into _id;
    return _id;
end $$;

-- Says that a host lives, and what its handlers are at. False where it was taken for dead: its claims are others' by now.
create or replace function {schema}.beat(
    _at bigint, _owner bigint, _ids bigint[], _tokens bigint[], _alone boolean[], _last bigint) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
    update host set seen_at = coalesce(_at, clock()) where id = _owner;
    if not found then
        return false;
    end if;

    if _last > 0 then
        insert into running(owner, ids, tokens, alone) values (_owner, _ids, _tokens, _alone);
        delete from running where owner = _owner and n <= _last;
    end if;

    return true;
end $$;

create or replace function {schema}.end_host(_owner bigint) returns void language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
    delete from host where id = _owner;
end $$;

-- Ends a try with which the host died, or that had not begun.
create or replace function {schema}.bury(_now bigint, _row {schema}.work, _alone boolean) returns void language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _deaths int := _row.deaths + coalesce(_alone, false)::int;
    _state smallint := case
        when _alone is null then case when _row.suspect then 4 else 0 end
        when _deaths >= 3 then 7
        else 4 end;
begin
    update work set
        state = _state, again = true, owner = 0,
        attempt = _row.attempt - (_alone is null)::int,
        crashes = _row.crashes + (_alone is not null)::int,
        deaths = _deaths,
        suspect = _state = 4
    where id = _row.id;
    perform count_change(_row.endpoint, 1::smallint, _state, 0, 0);
    if _alone is not null then
        insert into outcome(id, day, delivery, attempt, crashes, state, started_at, elapsed, ended_at)
        values (next_outcome(day_of(_now)), day_of(_now), _row.id, _row.attempt, _row.crashes + 1, _state, _now, 0, _now);
    end if;

    if _state = 7 and _row.order_key is not null then
        perform pass_turn(_now, _row.endpoint, _row.order_key);
    end if;
end $$;

-- Takes for dead the hosts that say nothing, and makes ready again what they had claimed, a part at a time. How many there were.
create or replace function {schema}.rescue(_at bigint, _owner bigint, _silence bigint) returns int language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _now bigint := coalesce(_at, clock());
    _living bigint[];
    _claimed record;
    _row work;
    _count int := 0;
begin
    -- Who rescues already does it for all.
    if not pg_try_advisory_xact_lock((17)::bigint + 3) then
        return 0;
    end if;

    perform ensure_day(day_of(_now));
    delete from host where id <> _owner and seen_at <= _now - _silence;
    _living := array(select id from host);
    for _claimed in
        select w.id, w.owner, w.token, w.endpoint, w.order_key,
            (select a.alone from running r, unnest(r.ids, r.tokens, r.alone) a(id, token, alone)
                where r.owner = w.owner and a.id = w.id and a.token = w.token order by r.n desc limit 1) as alone
        from work w where w.state = 1 and not w.owner = any(_living) order by w.owner, w.id limit 500
    loop
        -- What a transaction of its handler holds, which may still be committed, is for the next time: nobody else waits for it.
        continue when _claimed.order_key is not null
            and not pg_try_advisory_xact_lock(lock_of(_claimed.endpoint, _claimed.order_key));
        select * into _row from work where id = _claimed.id and state = 1 and token = _claimed.token for update skip locked;
        if found then
            perform bury(_now, _row, _claimed.alone);
            _count := _count + 1;
        end if;
    end loop;

    if _count = 0 then
        delete from running r
        where not r.owner = any(_living) and not exists (select from work w where w.state = 1 and w.owner = r.owner);
    end if;

    return _count;
end $$;

-- What a host has claimed, as the database knows it.
create or replace function {schema}.claims_of(_owner bigint) returns table(id bigint, token bigint) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
#variable_conflict use_column
begin
    return query select w.id, w.token from work w where w.owner = _owner and w.state = 1;
end $$;
-- Makes a delivery ready that is dead, quarantined, dismissed or delayed.
create or replace function {schema}.requeue(_at bigint, _id bigint, _only_failed boolean) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _now bigint := coalesce(_at, clock());
    _endpoint int;
    _received bigint;
    _key text;
    _row work;
    _kept delivery;
    _token bigint;
    _state smallint := 0;
begin
    select endpoint, order_key, received_at into _endpoint, _key, _received from delivery where id = _id and day in (0, day_in(_id));
    if not found or not is_shown(_id, _received, cutoff()) then
        return false;
    end if;

    if _key is not null then
        perform pg_advisory_xact_lock(lock_of(_endpoint, _key));
        if exists (select from work where endpoint = _endpoint and order_key = _key and state < 5) then
            _state := 3;
        end if;
    end if;

    select * into _row from work where id = _id for update;
    if found then
        if not (_row.state in (6, 7) or (_row.state = 2 and not _only_failed)) then
            return false;
        end if;

        -- One that is delayed has its turn already.
        _state := case when _row.state = 2 then 0 else _state end;
        update work set state = _state, again = true, due_at = 0, attempt = 0, crashes = 0, deaths = 0, suspect = false where id = _id;
        perform count_change(_endpoint, _row.state, _state, 0, 0);
        return true;
    end if;

    if _only_failed then
        return false;
    end if;

    delete from dismissed where id = _id returning token into _token;
    if not found then
        return false;
    end if;

    select * into _kept from delivery where id = _id and day in (0, day_in(_id));
    if _kept.identity is not null then
        -- It may have expired or been forgotten, and then another one may have it.
        insert into identity(key, delivery, at) values (_kept.identity, _id, _now) on conflict (key) do nothing;
    end if;

    insert into work(id, endpoint, state, again, due_at, attempt, crashes, deaths, suspect, token, owner, size, ready_at, order_key,
        ranks_at, forgets)
    values (_id, _endpoint, _state, true, 0, 0, 0, 0, false, _token, 0, _kept.size, _kept.received_at + _kept.delay, _key,
        _kept.received_at + _kept.delay - _kept.priority * 600000000, _kept.forgets);
    perform count_change(_endpoint, null, _state, _kept.size, 0);
    return true;
end $$;

-- Puts a delivery aside that is not done. One row where there was something, with the token of the claim that it had.
create or replace function {schema}.dismiss(_at bigint, _id bigint) returns table(revoked bigint) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
#variable_conflict use_column
declare
    _now bigint := coalesce(_at, clock());
    _row work;
begin
    select * into _row from work where id = _id;
    if not found then
        return;
    end if;

    if _row.order_key is not null then
        perform pg_advisory_xact_lock(lock_of(_row.endpoint, _row.order_key));
    end if;

    delete from work where id = _id returning * into _row;
    if not found then
        return;
    end if;

    insert into dismissed(id, at, attempt, crashes, token) values (_id, _now, _row.attempt, _row.crashes, _row.token);
    if _row.forgets then
        perform forget_identity(_id);
    end if;

    perform count_change(_row.endpoint, _row.state, null, -_row.size, 0);
    if _row.order_key is not null then
        perform pass_turn(_now, _row.endpoint, _row.order_key);
    end if;

    return query select case when _row.state = 1 then _row.token end;
end $$;

create or replace function {schema}.set_paused(_plugin text, _endpoint text, _is_paused boolean) returns void language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
    if _is_paused then
        insert into pause(plugin, endpoint) values (_plugin, _endpoint) on conflict do nothing;
    else
        delete from pause where plugin = _plugin and endpoint = _endpoint;
    end if;
end $$;

create or replace function {schema}.set_disabled(_plugin text, _is_disabled boolean) returns void language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
begin
    if _is_disabled then
        insert into disabled_plugin(plugin) values (_plugin) on conflict do nothing;
    else
        delete from disabled_plugin where plugin = _plugin;
    end if;
end $$;

-- Removes a delivery with all that is known of it, except what tells copies, which only an erasure does.
create or replace function {schema}.drop_delivery(_id bigint, _with_identity boolean) returns void language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _row record;
begin
    delete from delivery where id = _id and day in (0, day_in(_id)) returning endpoint, identity, size into _row;
    if not found then
        return;
    end if;

    if _with_identity and _row.identity is not null then
        delete from identity where key = _row.identity and delivery = _id;
    end if;

    delete from outcome where delivery = _id;
    delete from dismissed where id = _id;
    delete from report where id = _id;
    perform count_change(_row.endpoint, null, null, 0, -(_row.size + 600));
end $$;

-- Erases a part of what satisfies everything that is not null. next: where to go on; null where everything was looked at.
-- ids and tokens: the claims that there were.
create or replace function {schema}.erase(
    _at bigint, _id bigint, _delivery text, _endpoints int[], _before bigint, _after bigint, _last bigint)
returns table(erased bigint, next bigint, ids bigint[], tokens bigint[]) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
#variable_conflict use_column
declare
    _now bigint := coalesce(_at, clock());
    _cutoff bigint := cutoff();
    _row record;
    _work work;
    _read int := 0;
    _removed int := 0;
    _erased bigint := 0;
    _next bigint;
    _ids bigint[] := '{}';
    _tokens bigint[] := '{}';
begin
    for _row in
        select d.id, d.endpoint, d.received_at, d.delivery_id, d.order_key from delivery d
        where d.id > greatest(_after, _id - 1) and d.id <= least(_last, _id)
            and (_delivery is null or hashtextextended(d.delivery_id, 0) = hashtextextended(_delivery, 0))
        order by d.id limit 5000
    loop
        _read := _read + 1;
        _next := _row.id;
        continue when _delivery is not null and _row.delivery_id is distinct from _delivery;
        continue when _endpoints is not null and not _row.endpoint = any(_endpoints);
        continue when _before is not null and _row.received_at >= _before;
        if _row.order_key is not null then
            perform pg_advisory_xact_lock(lock_of(_row.endpoint, _row.order_key));
        end if;

        _erased := _erased + is_shown(_row.id, _row.received_at, _cutoff)::int;
        delete from work where id = _row.id returning * into _work;
        if found then
            perform count_change(_work.endpoint, _work.state, null, -_work.size, 0);
            if _work.state = 1 then
                _ids := _ids || _work.id;
                _tokens := _tokens || _work.token;
            end if;

            if _work.order_key is not null then
                perform pass_turn(_now, _work.endpoint, _work.order_key);
            end if;
        end if;

        perform drop_delivery(_row.id, true);
        _removed := _removed + 1;
        exit when _removed = 200;
    end loop;

    return query select _erased, case when _read = 5000 or _removed = 200 then _next end, _ids, _tokens;
end $$;
-- The ids that a search finds, newest first, and at the end a row with where to go on; null where everything was looked at.
create or replace function {schema}.search(
    _endpoints int[], _event text, _delivery text, _state smallint, _from bigint, _to bigint, _error_type text, _fingerprint text,
    _before bigint, _size int, _most int)
returns table(id bigint, next bigint) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
    if _delivery is not null then
        open _candidates for select d.id from delivery d
            where hashtextextended(d.delivery_id, 0) = hashtextextended(_delivery, 0) and d.delivery_id is not null and d.id < _before
            order by d.id desc;
    elsif _fingerprint is not null then
        open _candidates for select o.delivery from outcome o
            where hashtextextended(o.fingerprint, 0) = hashtextextended(_fingerprint, 0) and o.fingerprint is not null
                and o.delivery < _before order by o.delivery desc;
    elsif _error_type is not null then
        open _candidates for select o.delivery from outcome o
            where hashtextextended(o.error_type, 0) = hashtextextended(_error_type, 0) and o.error_type is not null
                and o.delivery < _before order by o.delivery desc;
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

    loop
        fetch _candidates into _id;
        if not found then
            return query select null::bigint, null::bigint;
            return;
        end if;

        if _found = _size or _read = _most then
            return query select null::bigint, _last;
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

-- What a list says of deliveries, in their order.
create or replace function {schema}.summaries(_ids bigint[])
returns table(
    id bigint, endpoint int, state int, received_at bigint, event text, event_action text, delivery_id text, body_length bigint,
    attempts int, crashes int, due_at bigint, ended_at bigint, error_type text, error text, fingerprint text, replay_of bigint)
language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
#variable_conflict use_column
begin
    return query
    select o.attempt, o.state::int, o.started_at, o.elapsed, o.handler, o.error_type, o.error, o.fingerprint
    from outcome o where o.delivery = _id and (o.day = 0 or o.day >= day_in(_id)) order by o.id limit 4096;
end $$;

create or replace function {schema}.item(_id bigint)
returns table(
    endpoint int, received_at bigint, event text, event_action text, delivery_id text, order_key text, replay_of bigint, body bytea,
    payload bytea, details bytea, priority int, forgets boolean, delay bigint) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
    endpoint int, ready bigint, leased bigint, delayed bigint, dead bigint, quarantined bigint, bytes bigint, stored bigint) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
#variable_conflict use_column
begin
    if (select max(n) - min(n) from tally) > 2000 and pg_try_advisory_xact_lock((17)::bigint + 4) then
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
create or replace function {schema}.oldest() returns table(endpoint int, ready_at bigint) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
-- Drops a part of what is no longer kept. Whether there is more.
create or replace function {schema}.sweep(_at bigint, _max_age bigint, _max_bytes bigint, _identity_age bigint) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _now bigint := coalesce(_at, clock());
    _today int := day_of(_now);
    _too_old bigint := _now - _max_age;
    _day int;
    _is_too_much boolean;
    _has_more boolean := false;
begin
    if not pg_try_advisory_xact_lock((17)::bigint + 5) then
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

    delete from value where expires_at in (
        select expires_at from value where expires_at is not null and expires_at <= _now order by expires_at limit 500);
    return sweep_identities(_now - _identity_age) or _has_more or found;
end $$;

-- The deliveries of a day that outlast it, and lie in its partition still: what is unfinished, and what ended later.
create or replace function {schema}.outlasting(_day int, _too_old bigint) returns setof bigint language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
create or replace function {schema}.sweep_day(_day int, _too_old bigint) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _gone record;
begin
    update delivery d set day = 0 from outlasting(_day, _too_old) m where d.id = m and d.day = _day;
    if found then
        return true;
    end if;

    for _gone in execute format('select endpoint, sum(size + 600) as stored from {schema}.delivery_%s group by endpoint', _day) loop
        perform count_change(_gone.endpoint, null, null, 0, -_gone.stored::bigint);
    end loop;

    -- Nothing that comes in may wait for long: where it would, the next sweep tries again.
    perform set_config('lock_timeout', '300ms', true);
    execute format('lock table {schema}.delivery_%s in access exclusive mode', _day);
    if exists (select from outlasting(_day, _too_old)) then
        raise exception 'A delivery was made ready meanwhile.' using errcode = 'lock_not_available';
    end if;

    delete from dismissed where id >= _day::bigint << 39 and id < (_day::bigint + 1) << 39 and at <= _too_old;
    delete from report r where r.id >= _day::bigint << 39 and r.id < (_day::bigint + 1) << 39
        and not exists (select from delivery d where d.id = r.id and d.day = 0);
    execute format('drop table {schema}.delivery_%s', _day);
    perform set_config('lock_timeout', '0', true);
    return true;
exception when lock_not_available then
    return false;
end $$;

-- Drops the days of outcomes that no delivery has any more; what one still has moves.
create or replace function {schema}.sweep_outcomes(_today int, _too_old bigint) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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

        perform set_config('lock_timeout', '300ms', true);
        execute format('drop table {schema}.outcome_%s', _day);
        perform set_config('lock_timeout', '0', true);
        return true;
    end loop;

    return false;
exception when lock_not_available then
    return false;
end $$;

-- Drops finished deliveries row by row: those of one day that are too old, or the oldest of all until the rest is small enough.
create or replace function {schema}.sweep_rows(_day int, _too_old bigint, _max_bytes bigint) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
        _over := _over - _row.size - 600;
    end loop;

    -- A call goes on where the last one ended, and begins anew where everything was looked at.
    insert into meta(name, value)
    values ('swept' || coalesce(_day, -1), case when _read = 2000 or _dropped = 200 then _after else 0 end)
    on conflict (name) do update set value = excluded.value;
    return _read = 2000 or _dropped = 200;
end $$;

create or replace function {schema}.sweep_identities(_too_old bigint) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
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
-- Reads a value that a plugin keeps.
create or replace function {schema}.get_value(_at bigint, _plugin text, _scope text, _key text)
returns table(data bytea, version bigint, expires_at bigint) language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
#variable_conflict use_column
begin
    return query
    select v.data, v.version, v.expires_at from value v
    where v.plugin = _plugin and md5(v.scope || chr(1) || v.key) = md5(_scope || chr(1) || _key)
        and (v.expires_at is null or v.expires_at > coalesce(_at, clock()));
end $$;

-- Writes a value where it has the version that it must have: 0 for none, null for any. Null where it has another one; -1 where there is no room.
create or replace function {schema}.set_value(
    _at bigint, _plugin text, _scope text, _key text, _data bytea, _size bigint, _lifetime bigint, _if_version bigint, _max bigint)
returns bigint language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _now bigint := coalesce(_at, clock());
    _name text := md5(_scope || chr(1) || _key);
    _known value;
    _version bigint;
begin
    -- Of those who write one value at once, also one that is not there yet, each sees what the one before did. Who deletes it takes the same lock.
    perform pg_advisory_xact_lock(hashtextextended(_plugin || chr(1) || _name, (17)::bigint + 6));
    select * into _known from value where plugin = _plugin and md5(scope || chr(1) || key) = _name;
    if _if_version is not null
        and _if_version <> coalesce(case when _known.expires_at <= _now then 0 else _known.version end, 0) then
        return null;
    end if;

    -- What grows has to fit: a limit that was set lower keeps nobody from making less of it.
    if _size > coalesce(_known.size, 0)
        and (select coalesce(sum(size), 0) from value where plugin = _plugin) - coalesce(_known.size, 0) + _size > _max then
        return -1;
    end if;

    _version := nextval('{schema}.value_version');
    delete from value where plugin = _plugin and md5(scope || chr(1) || key) = _name;
    insert into value(plugin, scope, key, version, data, size, expires_at)
    values (_plugin, _scope, _key, _version, _data, _size, _now + _lifetime);
    return _version;
end $$;

-- Deletes a value. Whether there was one.
create or replace function {schema}.delete_value(_at bigint, _plugin text, _scope text, _key text) returns boolean language plpgsql
set search_path = {schema}, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
    _name text := md5(_scope || chr(1) || _key);
    _expires_at bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended(_plugin || chr(1) || _name, (17)::bigint + 6));
    delete from value where plugin = _plugin and md5(scope || chr(1) || key) = _name
    returning expires_at into _expires_at;
    return found and (_expires_at is null or _expires_at > coalesce(_at, clock()));
end $$;
