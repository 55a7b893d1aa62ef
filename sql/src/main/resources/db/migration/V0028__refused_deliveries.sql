-- Bills that are imported unattended: who asked for it, and what of a delivery was refused and why.

-- What a worker is asked to import; source is a folder or s3://bucket/prefix, or several with commas between them.
create table cost.import_request (
    request_id    bigint      not null primary key generated always as identity,
    source        text        not null check (source <> ''),
    requested_by  text        not null check (requested_by <> ''),
    requested_at  timestamptz not null,
    -- The moment of the schedule it was asked for at; null where a person asked.
    scheduled_for timestamptz,
    status        text        not null default 'WAITING' check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    started_at    timestamptz,
    ended_at      timestamptz,
    -- Periods, by what came of them.
    imported      integer     not null default 0 check (imported >= 0),
    unchanged     integer     not null default 0 check (unchanged >= 0),
    refused       integer     not null default 0 check (refused >= 0),
    failure       text,
    constraint started_when_not_waiting check ((status = 'WAITING') = (started_at is null)),
    constraint ended_when_done_or_failed check ((status in ('DONE', 'FAILED')) = (ended_at is not null)),
    constraint failed_with_a_sentence check ((status = 'FAILED') = (failure is not null)),
    -- However many workers keep the schedule, each moment is asked for once.
    unique (source, scheduled_for)
);
-- Who asks twice gets one import.
create unique index import_under_way_once on cost.import_request (source) where status in ('WAITING', 'RUNNING');
create unique index one_import_at_a_time on cost.import_request ((true)) where status = 'RUNNING';

-- A delivery of which nothing was taken over. It ends when its period is taken over, or found again as it is shown.
create table cost.refusal (
    refusal_id  bigint      not null primary key generated always as identity,
    -- Null where the source as a whole could not be read.
    period      date        check (extract(day from period) = 1),
    source      text        not null check (source <> ''),
    file        text        not null,
    sentence    text        not null check (sentence <> ''),
    -- Null where the delivery was not complete enough to have one.
    fingerprint text        check (fingerprint ~ '^[0-9a-f]{64}$'),
    refused_at  timestamptz not null,
    ended_at    timestamptz,
    check (ended_at >= refused_at)
);
-- However often the same delivery is refused for the same reason, it is one refusal until it ends.
create unique index refused_once on cost.refusal (period, source, md5(file || ' ' || sentence), fingerprint)
    nulls not distinct where ended_at is null;
create index refusal_of_period on cost.refusal (period, refusal_id);

create function cost.refuse_change_of_refusal() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and old.ended_at is null and new.ended_at is not null
        and (to_jsonb(new) - 'ended_at') = (to_jsonb(old) - 'ended_at') then
        return new;
    end if;
    raise exception 'a refusal stays as it was written, and ends once';
end
$$;
create trigger refusal_ends_once
    before update or delete on cost.refusal
    for each row execute function cost.refuse_change_of_refusal();
create trigger refusal_is_not_emptied
    before truncate on cost.refusal
    execute function cost.refuse_change_of_history();

-- The place of the commit mark; null for bare files, and for what was imported before it was kept.
alter table cost.delivery add column manifest text check (manifest <> '');
