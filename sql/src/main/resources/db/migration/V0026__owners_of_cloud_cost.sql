-- Whose the cloud's cost is: the rules, what they gave to whom, and the proof that nothing was lost over it.

-- A version of the rules, as its file stood when a bill was first allocated by it.
create table cost.rules (
    rules_id      bigint      not null primary key generated always as identity,
    content_hash  text        not null unique check (content_hash ~ '^[0-9a-f]{64}$'),
    content       text        not null,
    origin        text        not null,
    first_used_at timestamptz not null
);

-- One use of a version of the rules on a delivery.
create table cost.allocation (
    allocation_id bigint      not null primary key generated always as identity,
    delivery_id   bigint      not null references cost.delivery,
    rules_id      bigint      not null references cost.rules,
    made_at       timestamptz not null,
    unique (delivery_id, allocation_id)
);

-- Every dollar has a place: the facts, as they were written, against the bill, as it was read before.
create table cost.proof (
    allocation_id bigint          not null references cost.allocation,
    metric        text            not null check (metric in ('unblended', 'amortized', 'net_amortized', 'list')),
    allocated     numeric(38, 12) not null,
    shared        numeric(38, 12) not null,
    idle          numeric(38, 12) not null,
    unallocated   numeric(38, 12) not null,
    bill          numeric(38, 12) not null,
    difference    numeric(38, 12) not null generated always as (bill - allocated - shared - idle - unallocated) stored,
    primary key (allocation_id, metric),
    constraint every_dollar_has_a_place check (difference = 0)
);

-- In which shares the teams bear what a rule shares.
create table cost.share (
    allocation_id bigint         not null references cost.allocation,
    rule_number   integer        not null check (rule_number > 0),
    team          text           not null,
    domain        text           not null,
    fraction      numeric(10, 9) not null check (fraction >= 0 and fraction <= 1),
    primary key (allocation_id, rule_number, team)
);

-- What facts are about. What is shared has no team; cost.share has those who bear it.
create table cost.fact_key (
    allocation_id bigint  not null references cost.allocation,
    key_number    integer not null,
    account       text    not null,
    service       text    not null,
    region        text    not null,
    charge_type   text    not null,
    cluster       text    not null,
    namespace     text    not null,
    team          text,
    domain        text,
    environment   text    not null,
    rule_number   integer not null check (rule_number >= -1),
    place         text    not null generated always as (
        case when rule_number = -1 then 'IDLE'
             when rule_number = 0 then 'UNALLOCATED'
             when team is null then 'SHARED'
             else 'ALLOCATED' end) stored,
    primary key (allocation_id, key_number),
    check ((team is null) = (domain is null)),
    check (rule_number > 0 or team is not null)
);

-- What a key cost on a day. Kept of the allocations that are shown; the bill's files have the rest.
create table cost.fact (
    allocation_id bigint          not null,
    key_number    integer         not null,
    usage_date    date,
    unblended     numeric(38, 12) not null,
    amortized     numeric(38, 12) not null,
    net_amortized numeric(38, 12) not null,
    list          numeric(38, 12) not null
);
create index fact_by_day on cost.fact (allocation_id, usage_date);

-- The allocation that is shown is one of the delivery that is shown. A bill that was published before there were rules has none until
-- it is allocated.
alter table cost.published add column allocation_id bigint;
alter table cost.published add foreign key (delivery_id, allocation_id) references cost.allocation (delivery_id, allocation_id);

create function cost.refuse_change_of_ownership() returns trigger
    language plpgsql as
$$
begin
    raise exception 'rules, what they gave to whom, and the proof of it stay as they were';
end
$$;
create trigger rules_are_insert_only
    before update or delete or truncate on cost.rules
    execute function cost.refuse_change_of_ownership();
create trigger allocation_is_insert_only
    before update or delete or truncate on cost.allocation
    execute function cost.refuse_change_of_ownership();
create trigger proof_is_insert_only
    before update or delete or truncate on cost.proof
    execute function cost.refuse_change_of_ownership();
