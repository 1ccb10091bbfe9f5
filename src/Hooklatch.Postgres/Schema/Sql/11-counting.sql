-- Who writes values waits for this, and counts from then on.
create or replace trigger count_value after insert or delete or update of size on {schema}.value
    for each row execute function {schema}.count_value();
insert into {schema}.value_total(plugin, bytes) select plugin, sum(size) from {schema}.value group by plugin
on conflict (plugin) do update set bytes = excluded.bytes;
