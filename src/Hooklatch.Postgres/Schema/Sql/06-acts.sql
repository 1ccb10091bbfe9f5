-- Makes a delivery ready that is dead, quarantined, dismissed or delayed.
create or replace function {schema}.requeue(_at bigint, _id bigint, _only_failed boolean) returns boolean {options} as $$
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
        _kept.received_at + _kept.delay - _kept.priority * {step}, _kept.forgets);
    perform count_change(_endpoint, null, _state, _kept.size, 0);
    return true;
end $$;

-- Puts a delivery aside that is not done. One row where there was something, with the token of the claim that it had.
create or replace function {schema}.dismiss(_at bigint, _id bigint) returns table(revoked bigint) {options} as $$
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

create or replace function {schema}.set_paused(_plugin text, _endpoint text, _is_paused boolean) returns void {options} as $$
begin
    if _is_paused then
        insert into pause(plugin, endpoint) values (_plugin, _endpoint) on conflict do nothing;
    else
        delete from pause where plugin = _plugin and endpoint = _endpoint;
    end if;
end $$;

create or replace function {schema}.set_disabled(_plugin text, _is_disabled boolean) returns void {options} as $$
begin
    if _is_disabled then
        insert into disabled_plugin(plugin) values (_plugin) on conflict do nothing;
    else
        delete from disabled_plugin where plugin = _plugin;
    end if;
end $$;

-- Removes a delivery with all that is known of it, except what tells copies, which only an erasure does.
create or replace function {schema}.drop_delivery(_id bigint, _with_identity boolean) returns void {options} as $$
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
    perform count_change(_row.endpoint, null, null, 0, -(_row.size + {overhead}));
end $$;

-- Erases a part of what satisfies everything that is not null. next: where to go on; null where everything was looked at.
-- ids and tokens: the claims that there were.
create or replace function {schema}.erase(
    _at bigint, _id bigint, _delivery text, _endpoints int[], _before bigint, _after bigint, _last bigint)
returns table(erased bigint, next bigint, ids bigint[], tokens bigint[]) {options} as $$
#variable_conflict use_column
declare
    _now bigint := coalesce(_at, clock());
    _cutoff bigint := cutoff();
    _rows refcursor;
    _row record;
    _work work;
    _read int := 0;
    _removed int := 0;
    _erased bigint := 0;
    _next bigint;
    _ids bigint[] := '{}';
    _tokens bigint[] := '{}';
begin
    -- Two queries, or the provider's id would be looked for by reading everything.
    if _delivery is null then
        open _rows for
            select d.id, d.endpoint, d.received_at, d.delivery_id, d.order_key from delivery d
            where d.id > greatest(_after, _id - 1) and d.id <= least(_last, _id)
            order by d.id limit 5000;
    else
        open _rows for
            select d.id, d.endpoint, d.received_at, d.delivery_id, d.order_key from delivery d
            where (hashtextextended(d.delivery_id, 0), d.id) > (hashtextextended(_delivery, 0), greatest(_after, _id - 1))
                and (hashtextextended(d.delivery_id, 0), d.id) <= (hashtextextended(_delivery, 0), least(_last, _id))
                and d.delivery_id is not null
            order by hashtextextended(d.delivery_id, 0), d.id limit 5000;
    end if;

    loop
        fetch _rows into _row;
        exit when not found;
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

    close _rows;

    return query select _erased, case when _read = 5000 or _removed = 200 then _next end, _ids, _tokens;
end $$;
