create schema ingest;

create table ingest.legal_entity (
    legal_entity_id smallint not null primary key,
    name            text     not null unique
);
insert into ingest.legal_entity (legal_entity_id, name) values (1, 'Comanda');

-- A file, a batch of Kafka records or a replay: what was read in one transaction.
create table ingest.source (
    source_id       bigint generated always as identity primary key,
    legal_entity_id smallint    not null default 1 references ingest.legal_entity,
    path            text        not null collate "C",
    kind            text        not null check (kind in ('events', 'adyen', 'stripe', 'dlocal', 'pix', 'bank', 'cnab',
                                                         'unknown')),
    sha256          bytea       not null check (octet_length(sha256) = 32),
    size_bytes      bigint      not null check (size_bytes >= 0),
    read_at         timestamptz not null,
    read            bigint      not null default 0 check (read >= 0),
    accepted        bigint      not null default 0 check (accepted >= 0),
    duplicates      bigint      not null default 0 check (duplicates >= 0),
    rejected        bigint      not null default 0 check (rejected >= 0),
    ignored         bigint      not null default 0 check (ignored >= 0),
    error           text,
    constraint nothing_is_lost check (read = accepted + duplicates + rejected + ignored),
    constraint unreadable_adds_nothing check (error is null or accepted = 0)
);
create unique index source_content_once on ingest.source (legal_entity_id, sha256);

-- What the inbox looked like when it was read: an unchanged file is recognised without reading it again.
create table ingest.inbox_file (
    inbox       text        not null collate "C",
    path        text        not null collate "C",
    size_bytes  bigint      not null,
    modified_at timestamptz not null,
    source_id   bigint      not null references ingest.source on delete cascade,
    primary key (inbox, path)
);

create table ingest.reject (
    reject_id       bigint generated always as identity primary key,
    source_id       bigint  not null references ingest.source on delete cascade,
    line            bigint  not null,
    topic           text,
    topic_partition integer,
    topic_offset    bigint,
    reason          text    not null check (reason in ('MALFORMED_JSON', 'SCHEMA_VIOLATION', 'CONFLICTING_DUPLICATE',
                                                       'UNREADABLE_TEXT', 'TOO_LONG')),
    sentence        text    not null,
    raw             bytea   not null check (octet_length(raw) <= 65536),
    raw_length      bigint  not null,
    raw_sha256      bytea   not null check (octet_length(raw_sha256) = 32),
    replayed_by     text,
    replayed_at     timestamptz,
    replay_outcome  text check (replay_outcome in ('ACCEPTED', 'DUPLICATE', 'REJECTED', 'IGNORED')),
    constraint topic_is_named_whole check ((topic is null) = (topic_offset is null)
        and (topic is null) = (topic_partition is null))
);
create index reject_source on ingest.reject (source_id, line);

-- What a reader noticed in a line that it took all the same.
create table ingest.warning (
    source_id bigint not null references ingest.source on delete cascade,
    line      bigint not null,
    sentence  text   not null
);
create index warning_source on ingest.warning (source_id, line);

-- Identity of an event: a 128-bit hash of (source, id), and of its data.
create table ingest.event_identity (
    identity uuid not null primary key,
    content  uuid not null
);

-- A record that claims totals (dLocal's HEADER, a payout row, a CNAB trailer) beside what its rows sum to.
create table ingest.control_total (
    source_id   bigint  not null references ingest.source on delete cascade,
    position    integer not null,
    area        text    not null check (area in ('psp', 'cnab')),
    claimed_net numeric not null,
    summed_net  numeric not null,
    currency    text    not null collate "C",
    agrees      boolean not null,
    explanation text    not null,
    primary key (source_id, position)
);
