-- The tables as the first binaries of version 1 wrote them.
pragma journal_mode = wal;
create table meta(name text primary key, value integer not null) strict, without rowid;
create table endpoint(id integer primary key, plugin text not null, name text not null, unique(plugin, name)) strict;

-- What was received, narrow, so that a search reads little. Written once. recorded: the state of what was handled before it was answered.
create table delivery(
    id integer primary key, endpoint integer not null, received_at integer not null, size integer not null, body_length integer not null,
    event text, event_action text, delivery_id text, identity blob, order_key text, replay_of integer, recorded integer, priority integer not null, forgets integer not null,
    delay integer not null) strict;
create index delivery_recorded on delivery(recorded, id) where recorded is not null and recorded <> 5;

-- A large body and payload lie in chunks, whose ids begin with the upload's.
create table body(id integer primary key, body blob, payload blob, payload_length integer, details blob not null, upload integer) strict;
create table chunk(id integer primary key, data blob not null) strict;
create table upload(id integer primary key) strict;

-- key: 8 bytes of a hash of the provider's id and 16 of the identity, which tells copies; or 8 of the delivery's own id, which only finds it.
create table identity(key blob primary key, delivery integer not null, at integer) strict, without rowid;
create index identity_at on identity(at) where at is not null;

-- What is unfinished, dead or quarantined.
create table work(
    id integer primary key, endpoint integer not null, state integer not null, due_at integer not null, attempt integer not null,
    crashes integer not null, deaths integer not null, suspect integer not null, token integer not null, size integer not null,
    ready_at integer not null, order_key text, ranks_at integer not null, forgets integer not null) strict;
create index work_ready on work(endpoint, ranks_at, id) where state = 0;
create index work_due on work(due_at) where state = 2;
create index work_waiting on work(endpoint, id) where state = 3;
create index work_suspect on work(endpoint, id) where state = 4;
create index work_order on work(endpoint, order_key, id) where order_key is not null and state < 5;
create index work_dead on work(state, id) where state > 5;
create table dismissed(
    id integer primary key, at integer not null, attempt integer not null, crashes integer not null, token integer not null) strict;

-- One row for each try that ended. id: the delivery's, and 12 bits that count.
create table outcome(
    id integer primary key, attempt integer not null, crashes integer not null, state integer not null, started_at integer not null,
    elapsed integer not null, ended_at integer not null, handler text, error_type text, error text, fingerprint text) strict;
create index outcome_fingerprint on outcome(fingerprint, id) where fingerprint is not null;
create index outcome_error_type on outcome(error_type, id) where error_type is not null;

-- What a handler has reported last, or given back.
create table report(id integer primary key, data blob not null) strict;

-- What plugins keep. A write is a new row, so that no version comes twice.
create table value(
    version integer primary key autoincrement, plugin text not null, scope text not null, key text not null, data blob not null,
    expires_at integer, unique(plugin, scope, key)) strict;
create index value_expires on value(expires_at) where expires_at is not null;

-- endpoint: empty for all of the plugin.
create table pause(plugin text not null, endpoint text not null, primary key(plugin, endpoint)) strict, without rowid;
insert into meta values ('version', 1), ('oldest_binary', 1);
