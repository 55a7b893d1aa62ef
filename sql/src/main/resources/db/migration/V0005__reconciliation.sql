create schema reconciliation;

create table reconciliation.definition (
    definition_id smallint not null primary key,
    name          text     not null unique
);
insert into reconciliation.definition (definition_id, name)
values (0, 'laws'), (1, 'order-payment'), (2, 'payment-settlement'), (3, 'psp-payout'), (4, 'restaurant-accrual'),
       (5, 'restaurant-payout'), (6, 'courier-accrual'), (7, 'courier-payout');

-- What a fact is to a reconciliation. A payment is a PAYMENT of an order and a CAPTURE to be settled: two items.
create table reconciliation.item_role (
    role_id smallint not null primary key,
    name    text     not null unique
);
insert into reconciliation.item_role (role_id, name)
values (1, 'ORDER'), (2, 'PAYMENT'), (3, 'CAPTURE'), (4, 'PSP_LINE'), (5, 'PSP_PAYOUT'), (6, 'BANK_CREDIT'),
       (7, 'COMPLETED_ORDER'), (8, 'RESTAURANT_ACCRUAL'), (9, 'DELIVERY'), (10, 'COURIER_EARNING'), (11, 'PAYOUT'),
       (12, 'BANK_DEBIT'), (13, 'PAYOUT_RETURN');

create sequence reconciliation.group_number cache 1000;

create table reconciliation.match_group (
    group_id      bigint   not null primary key,
    definition_id smallint not null references reconciliation.definition,
    business_date date     not null,
    rule          text     not null,
    currency      text collate "C",
    left_amount   numeric,
    right_amount  numeric
);
create index match_group_date on reconciliation.match_group using brin (business_date) with (pages_per_range = 32);

-- The primary key is the promise that an item is in at most one match group for ever.
create table reconciliation.group_member (
    role_id   smallint not null,
    item_id   bigint   not null,
    group_id  bigint   not null,
    joined_on date     not null,
    primary key (role_id, item_id)
);
create index group_member_joined on reconciliation.group_member using brin (joined_on) with (pages_per_range = 32);
create index group_member_group on reconciliation.group_member (group_id);

create table reconciliation.break (
    break_id      bigint generated always as identity primary key,
    definition_id smallint not null references reconciliation.definition,
    type          text     not null,
    raised_on     date     not null,
    ended_on      date check (ended_on > raised_on),
    currency      text collate "C",
    left_amount   numeric,
    right_amount  numeric,
    -- the record of a file that a break without items is about: a header, a trailer, a statement's first entry
    about_source  bigint references ingest.source,
    about_record  integer,
    digest        uuid     not null,
    resolution    text
);
create unique index break_open_once on reconciliation.break (definition_id, digest) where ended_on is null;
create index break_raised on reconciliation.break (definition_id, raised_on);

-- How an item that is not matched stood, from one run's date to another's; the row without an end is how it stands.
create table reconciliation.open_item (
    role_id       smallint not null references reconciliation.item_role,
    item_id       bigint   not null,
    definition_id smallint not null references reconciliation.definition,
    status        text     not null check (status in ('FUTURE', 'IN_TRANSIT', 'BREAK', 'NOT_OURS')),
    break_id      bigint references reconciliation.break,
    from_date     date     not null,
    to_date       date check (to_date > from_date),
    constraint break_is_named check ((status = 'BREAK') = (break_id is not null))
);
create unique index open_item_once on reconciliation.open_item (role_id, item_id) where to_date is null;
create index open_item_dates on reconciliation.open_item (definition_id, from_date, to_date);
create index open_item_break on reconciliation.open_item (break_id) where break_id is not null;

-- Which sources a reconciliation has taken its items from, and on which date.
create table reconciliation.considered_source (
    definition_id smallint not null references reconciliation.definition,
    source_id     bigint   not null references ingest.source,
    business_date date     not null,
    primary key (definition_id, source_id)
);

-- One row per reconciliation and published date; the checks are the proof that nothing went unaccounted.
create table reconciliation.result (
    definition_id    smallint    not null references reconciliation.definition,
    business_date    date        not null,
    published_at     timestamptz not null,
    left_items       bigint      not null,
    right_items      bigint      not null,
    matched_groups   bigint      not null,
    matched_left     bigint      not null,
    matched_right    bigint      not null,
    in_transit_left  bigint      not null,
    in_transit_right bigint      not null,
    break_left       bigint      not null,
    break_right      bigint      not null,
    primary key (definition_id, business_date),
    constraint left_is_accounted_for check (left_items = matched_left + in_transit_left + break_left),
    constraint right_is_accounted_for check (right_items = matched_right + in_transit_right + break_right)
);

create table reconciliation.result_amount (
    definition_id smallint not null,
    business_date date     not null,
    side          text     not null check (side in ('left', 'right')),
    currency      text     not null collate "C",
    amount        numeric  not null,
    primary key (definition_id, business_date, side, currency),
    foreign key (definition_id, business_date) references reconciliation.result on delete cascade
);

-- A law that an event breaks: reported once, on the first date that could see it.
create table reconciliation.finding (
    law           text not null check (law in ('ORDER_TOTAL', 'ORDER_ITEMS', 'COMMISSION', 'RESTAURANT_NET', 'COURIER_TOTAL',
                                               'PAYOUT_SUM', 'FEE_CONTRACT', 'ORDER_CHANGED')),
    ref           text not null collate "C",
    business_date date not null,
    expected      numeric,
    actual        numeric,
    currency      text collate "C",
    primary key (law, ref)
);
create index finding_date on reconciliation.finding (business_date);
