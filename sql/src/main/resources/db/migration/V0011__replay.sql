-- One ask for a replay: rejects that are sent through the parser and the load again, together, as one source.
create table ingest.replay (
    replay_id    bigint generated always as identity primary key,
    requested_by text        not null,
    requested_at timestamptz not null,
    taken_at     timestamptz,
    source_id    bigint unique references ingest.source,
    constraint taken_as_a_source check ((taken_at is null) = (source_id is null))
);
create index replay_waiting on ingest.replay (replay_id) where source_id is null;

-- A reject in a replay, with the bytes that were sent for it. A record that was refused again has its reason and sentence
-- as a reject of the replay's source, at this line.
create table ingest.replay_attempt (
    replay_id bigint  not null references ingest.replay,
    line      integer not null check (line >= 1),
    reject_id bigint  not null references ingest.reject,
    sent      bytea   not null check (octet_length(sent) between 1 and 1048576),
    outcome   text check (outcome in ('ACCEPTED', 'DUPLICATE', 'REJECTED', 'IGNORED')),
    primary key (replay_id, line)
);
-- A reject that waits for its replay, or was taken up by one, is not replayed again; one that was refused again may be.
create unique index replay_takes_up_once on ingest.replay_attempt (reject_id) where outcome is distinct from 'REJECTED';
create index replay_attempt_reject on ingest.replay_attempt (reject_id, replay_id);

-- What came stays as it came: attempts stand beside a reject, and nothing of it ever changes.
alter table ingest.reject drop column replayed_by, drop column replayed_at, drop column replay_outcome;
create function ingest.refuse_change_of_reject() returns trigger
    language plpgsql as
$$
begin
    raise exception 'a reject is kept as it came: send a corrected copy in a replay instead';
end
$$;
create trigger reject_is_kept_as_it_came
    before update
    on ingest.reject
    execute function ingest.refuse_change_of_reject();

-- An item that was outstanding when the platform took over says what its matching needs and no more.
alter table marketplace.payment
    alter column method drop not null, alter column captured_at drop not null;
alter table marketplace.delivery
    alter column delivered_at drop not null;
alter table marketplace.payout
    alter column period_start drop not null, alter column period_end drop not null,
    alter column residual drop not null, alter column instructed_at drop not null;

-- Version 0 is an order that was completed before the platform took over: no event of it was read, so that it owes nothing here.
alter table marketplace.food_order drop constraint placed_whole;
alter table marketplace.food_order add constraint placed_whole
    check ((coalesce(placed_version, 0) = 0) = (total is null) and (total is null) = (currency is null));

create table work.staged_outstanding (
    line               bigint   not null,
    definition_id      smallint not null,
    id                 text     not null collate "C",
    content            uuid     not null,
    business_date      date     not null,
    amount             numeric,
    currency           text collate "C",
    psp                text collate "C",
    psp_reference      text collate "C",
    merchant_reference text collate "C",
    bank_reference     text collate "C",
    order_id           text collate "C",
    party_id           text collate "C"
);
