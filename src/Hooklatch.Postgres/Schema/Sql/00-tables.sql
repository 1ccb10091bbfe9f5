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
