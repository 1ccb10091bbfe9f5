-- Makes ready what is due, and claims. The last row has no id and says when the next is due, what time it is, and whether there are suspects.
create or replace function {schema}.claim(
    _at bigint, _owner bigint, _endpoint int[], _max int[], _mark bigint[], _most int, _only_suspect boolean)
returns table(
    id bigint, token bigint, endpoint int, attempt int, crashes int, is_suspect boolean, size bigint, is_again boolean,
    due_at bigint, at bigint, has_suspects boolean) {options} as $$
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
        perform pg_advisory_xact_lock({salt} + 2);
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
returns table(last bigint, held boolean[]) {options} as $$
declare
    _n bigint;
begin
    perform set_config('synchronous_commit', 'off', true);
    insert into running(owner, ids, tokens, alone) values (_owner, _ids, _tokens, _alone) returning n into _n;
    return query select _n, array(
        select exists (select from work w where w.id = u.id and w.token = u.token and w.owner = _owner and w.state = 1)
        from unnest(_ids, _tokens) with ordinality u(id, token, n) order by u.n);
end $$;
