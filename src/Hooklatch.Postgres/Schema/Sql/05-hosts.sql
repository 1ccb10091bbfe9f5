-- Begins a host, as one that no other start of it is.
create or replace function {schema}.begin_host(_at bigint, _name text) returns bigint {options} as $$
declare
    _now bigint := coalesce(_at, clock());
    _id bigint;
begin
    insert into host(name, started_at, seen_at) values (_name, _now, _now) returning id into _id;
    return _id;
end $$;

-- Says that a host lives, and what its handlers are at. False where it was taken for dead: its claims are others' by now.
create or replace function {schema}.beat(
    _at bigint, _owner bigint, _ids bigint[], _tokens bigint[], _alone boolean[], _last bigint) returns boolean {options} as $$
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

create or replace function {schema}.end_host(_owner bigint) returns void {options} as $$
begin
    delete from host where id = _owner;
end $$;

-- Ends a try with which the host died, or that had not begun.
create or replace function {schema}.bury(_now bigint, _row {schema}.work, _alone boolean) returns void {options} as $$
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
create or replace function {schema}.rescue(_at bigint, _owner bigint, _silence bigint) returns int {options} as $$
declare
    _now bigint := coalesce(_at, clock());
    _living bigint[];
    _claimed record;
    _row work;
    _count int := 0;
begin
    -- Who rescues already does it for all.
    if not pg_try_advisory_xact_lock({salt} + 3) then
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
create or replace function {schema}.claims_of(_owner bigint) returns table(id bigint, token bigint) {options} as $$
#variable_conflict use_column
begin
    return query select w.id, w.token from work w where w.owner = _owner and w.state = 1;
end $$;
