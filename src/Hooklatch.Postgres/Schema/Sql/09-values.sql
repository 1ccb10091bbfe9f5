-- Reads a value that a plugin keeps.
create or replace function {schema}.get_value(_at bigint, _plugin text, _scope text, _key text)
returns table(data bytea, version bigint, expires_at bigint) {options} as $$
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
returns bigint {options} as $$
declare
    _now bigint := coalesce(_at, clock());
    _name text := md5(_scope || chr(1) || _key);
    _known value;
    _total bigint;
    _version bigint;
begin
    -- Of those who write one value at once, also one that is not there yet, each sees what the one before did. Who deletes it takes the same lock.
    perform pg_advisory_xact_lock(hashtextextended(_plugin || chr(1) || _name, {salt} + 6));
    select * into _known from value where plugin = _plugin and md5(scope || chr(1) || key) = _name;
    if _if_version is not null
        and _if_version <> coalesce(case when _known.expires_at <= _now then 0 else _known.version end, 0) then
        return null;
    end if;

    if _size <> coalesce(_known.size, 0) then
        -- Of those who change how much a plugin keeps, each sees what the one before did.
        insert into value_total(plugin, bytes) values (_plugin, 0) on conflict (plugin) do nothing;
        select bytes into _total from value_total where plugin = _plugin for update;
        -- It may have been dropped meanwhile, since it had expired.
        select * into _known from value where plugin = _plugin and md5(scope || chr(1) || key) = _name;
        -- What grows has to fit: a limit that was set lower keeps nobody from making less of it.
        if _size > coalesce(_known.size, 0) and _total - coalesce(_known.size, 0) + _size > _max then
            return -1;
        end if;
    end if;

    _version := nextval('{schema}.value_version');
    insert into value(plugin, scope, key, version, data, size, expires_at)
    values (_plugin, _scope, _key, _version, _data, _size, _now + _lifetime)
    on conflict (plugin, md5(scope || chr(1) || key)) do update
    set version = excluded.version, data = excluded.data, size = excluded.size, expires_at = excluded.expires_at;
    return _version;
end $$;

-- Deletes a value. Whether there was one.
create or replace function {schema}.delete_value(_at bigint, _plugin text, _scope text, _key text) returns boolean {options} as $$
declare
    _name text := md5(_scope || chr(1) || _key);
    _expires_at bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended(_plugin || chr(1) || _name, {salt} + 6));
    -- Before the value, in the order of everybody else.
    perform from value_total where plugin = _plugin for update;
    delete from value where plugin = _plugin and md5(scope || chr(1) || key) = _name
    returning expires_at into _expires_at;
    return found and (_expires_at is null or _expires_at > coalesce(_at, clock()));
end $$;

-- Drops a part of what has expired. Whether there is more.
create or replace function {schema}.sweep_values(_now bigint) returns boolean {options} as $$
begin
    -- Before the values, in the order of everybody else.
    perform from value_total
    where plugin in (select v.plugin from value v where v.expires_at is not null and v.expires_at <= _now order by v.expires_at limit 500)
    order by plugin for update;
    delete from value where expires_at in (
        select v.expires_at from value v where v.expires_at is not null and v.expires_at <= _now order by v.expires_at limit 500);
    return found;
end $$;

create or replace function {schema}.count_value() returns trigger {options} as $$
declare
    _by bigint := case tg_op when 'INSERT' then new.size when 'DELETE' then -old.size else new.size - old.size end;
begin
    if _by <> 0 then
        insert into value_total(plugin, bytes) values (case tg_op when 'DELETE' then old.plugin else new.plugin end, _by)
        on conflict (plugin) do update set bytes = value_total.bytes + excluded.bytes;
    end if;

    return null;
end $$;
