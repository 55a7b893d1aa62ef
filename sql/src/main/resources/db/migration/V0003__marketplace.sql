create schema marketplace;

-- Each version of an order that was read; (order, version) is unique, whatever the event's type.
create table marketplace.order_version (
    order_id text    not null collate "C",
    version  integer not null check (version >= 1),
    content  uuid    not null,
    primary key (order_id, version)
);

-- The order as its highest versions leave it: the highest placement, and the highest of completion and cancellation.
create table marketplace.food_order (
    item_id         bigint generated always as identity primary key,
    source_id       bigint  not null,
    order_id        text    not null unique collate "C",
    placed_version  integer,
    market          text,
    city            text,
    customer_id     text,
    restaurant_id   text collate "C",
    currency        text collate "C",
    items_total     numeric,
    lines_total     numeric,
    delivery_fee    numeric,
    service_fee     numeric,
    tip             numeric,
    discount        numeric,
    total           numeric,
    placed_at       timestamptz,
    outcome_version integer,
    outcome         text check (outcome in ('COMPLETED', 'CANCELLED')),
    outcome_at      timestamptz,
    business_date   date,
    cancelled_by    text,
    cancel_stage    text,
    cancel_reason   text,
    constraint placed_whole check ((placed_version is null) = (total is null) and (total is null) = (currency is null)),
    constraint outcome_whole check ((outcome_version is null) = (outcome is null)
        and (outcome is null) = (business_date is null))
);
create index food_order_source on marketplace.food_order using brin (source_id, business_date) with (pages_per_range = 32);

create table marketplace.payment (
    item_id            bigint generated always as identity primary key,
    source_id          bigint      not null,
    line               bigint      not null,
    payment_id         text        not null unique collate "C",
    content            uuid        not null,
    order_id           text        not null collate "C",
    psp                text        not null check (psp in ('adyen', 'stripe', 'dlocal', 'pix')),
    psp_reference      text        not null collate "C",
    merchant_reference text        not null collate "C",
    method             text        not null,
    amount             numeric     not null,
    currency           text        not null collate "C",
    captured_at        timestamptz not null,
    business_date      date        not null
);
create index payment_source on marketplace.payment using brin (source_id, business_date) with (pages_per_range = 32);
create index payment_psp_reference on marketplace.payment (psp_reference);

create table marketplace.restaurant_accrual (
    item_id         bigint generated always as identity primary key,
    source_id       bigint      not null,
    line            bigint      not null,
    accrual_id      text        not null unique collate "C",
    content         uuid        not null,
    order_id        text        not null collate "C",
    restaurant_id   text        not null collate "C",
    currency        text        not null collate "C",
    base            numeric     not null,
    commission_rate numeric     not null,
    commission      numeric     not null,
    payment_fee     numeric     not null,
    adjustments     numeric     not null,
    net             numeric     not null,
    accrued_at      timestamptz not null,
    business_date   date        not null
);
create index restaurant_accrual_source on marketplace.restaurant_accrual using brin (source_id, business_date) with (pages_per_range = 32);
create index restaurant_accrual_party on marketplace.restaurant_accrual (restaurant_id, business_date);

create table marketplace.delivery (
    item_id         bigint generated always as identity primary key,
    source_id       bigint      not null,
    line            bigint      not null,
    delivery_id     text        not null unique collate "C",
    content         uuid        not null,
    order_id        text        not null collate "C",
    courier_id      text        not null collate "C",
    assigned_at     timestamptz,
    picked_up_at    timestamptz,
    delivered_at    timestamptz not null,
    distance_meters integer,
    proof           text,
    business_date   date        not null
);
create index delivery_order on marketplace.delivery (order_id);
create index delivery_source on marketplace.delivery using brin (source_id, business_date) with (pages_per_range = 32);

create table marketplace.courier_earning (
    item_id       bigint generated always as identity primary key,
    source_id     bigint      not null,
    line          bigint      not null,
    earning_id    text        not null unique collate "C",
    content       uuid        not null,
    order_id      text collate "C",
    courier_id    text        not null collate "C",
    currency      text        not null collate "C",
    base          numeric     not null,
    distance      numeric     not null,
    tip           numeric     not null,
    incentive     numeric     not null,
    total         numeric     not null,
    accrued_at    timestamptz not null,
    business_date date        not null
);
create index courier_earning_source on marketplace.courier_earning using brin (source_id, business_date) with (pages_per_range = 32);
create index courier_earning_party on marketplace.courier_earning (courier_id, business_date);

-- A payout that a core service instructed. The amount is what the party gets, positive as in the event.
create table marketplace.payout (
    item_id        bigint generated always as identity primary key,
    source_id      bigint      not null,
    line           bigint      not null,
    payout_id      text        not null unique collate "C",
    content        uuid        not null,
    party_kind     text        not null check (party_kind in ('RESTAURANT', 'COURIER')),
    party_id       text        not null collate "C",
    period_start   date        not null,
    period_end     date        not null,
    currency       text        not null collate "C",
    amount         numeric     not null,
    residual       numeric     not null,
    bank_reference text        not null collate "C",
    reference_word text generated always as (substring(bank_reference from '[A-Za-z0-9]+')) stored collate "C",
    instructed_at  timestamptz not null,
    business_date  date        not null
);
create index payout_source on marketplace.payout using brin (source_id, business_date) with (pages_per_range = 32);
create index payout_bank_reference on marketplace.payout (bank_reference);
create index payout_reference_word on marketplace.payout (reference_word);

-- Events that later features decide on; kept whole.
create table marketplace.pending_event (
    item_id     bigint generated always as identity primary key,
    source_id   bigint      not null,
    line        bigint      not null,
    type        text        not null collate "C",
    business_id text        not null collate "C",
    content     uuid        not null,
    occurred_at timestamptz not null,
    data        jsonb       not null,
    unique (type, business_id)
);
