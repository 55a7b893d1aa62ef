-- The bill of the cloud: what was delivered and is published, and what a new delivery of a period changed.
create schema cost;

-- One delivery of a billing period that was read whole. Amounts are in the bill's currency.
create table cost.delivery (
    delivery_id    bigint         not null primary key generated always as identity,
    period         date           not null check (extract(day from period) = 1),
    export_name    text           not null,
    fingerprint    text           not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    files          integer        not null check (files > 0),
    row_count      bigint         not null check (row_count >= 0),
    currency       text           not null check (currency = '' or currency ~ '^[A-Z]{3}$'),
    unblended      numeric(38, 12) not null,
    amortized      numeric(38, 12) not null,
    net_amortized  numeric(38, 12) not null,
    list           numeric(38, 12) not null,
    true_up        numeric(38, 12) not null,
    upfront_fees   numeric(38, 12) not null,
    -- What AWS lost in rounding.
    residue        numeric(38, 12) not null generated always as (unblended - amortized - true_up - upfront_fees) stored,
    -- The delivery that was published before it.
    replaced       bigint         references cost.delivery,
    imported_at    timestamptz    not null,
    unique (period, delivery_id)
);

-- The delivery of each period that is shown; it is swapped in one step.
create table cost.published (
    period      date   not null primary key,
    delivery_id bigint not null,
    foreign key (period, delivery_id) references cost.delivery (period, delivery_id)
);

-- What a delivery changed of the one before it: amortised, new less old.
create table cost.restatement (
    delivery_id bigint         not null references cost.delivery,
    account     text           not null,
    service     text           not null,
    usage_date  date,
    cost        numeric(38, 12) not null check (cost <> 0),
    currency    text           not null,
    unique nulls not distinct (delivery_id, account, service, usage_date, currency)
);

create function cost.refuse_change_of_history() returns trigger
    language plpgsql as
$$
begin
    raise exception 'a delivery and what it changed stay as they were imported';
end
$$;
create trigger delivery_is_insert_only
    before update or delete or truncate on cost.delivery
    execute function cost.refuse_change_of_history();
create trigger restatement_is_insert_only
    before update or delete or truncate on cost.restatement
    execute function cost.refuse_change_of_history();
