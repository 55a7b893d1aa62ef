create schema psp;
create schema bank;

-- A line of a PSP file that is an item of a reconciliation or goes to the ledger. Amounts keep the file's digits;
-- money towards us is positive.
create table psp.line (
    item_id            bigint generated always as identity primary key,
    source_id          bigint      not null references ingest.source,
    position           integer     not null,
    part               integer     not null default 0,
    psp                text        not null check (psp in ('adyen', 'stripe', 'dlocal', 'pix')),
    kind               text        not null check (kind in ('SALE', 'REFUND', 'CHARGEBACK', 'FEE', 'ADJUSTMENT', 'PAYOUT',
                                                            'UNKNOWN')),
    type_as_written    text        not null,
    psp_reference      text collate "C",
    second_reference   text collate "C",
    merchant_reference text collate "C",
    amount             numeric     not null,
    currency           text        not null collate "C",
    created_at         timestamptz not null,
    business_date      date        not null,
    fee                numeric,
    net                numeric,
    net_currency       text collate "C",
    payout_reference   text collate "C",
    unique (source_id, position, part)
);
create index line_psp_reference on psp.line (psp_reference);
create index line_merchant_reference on psp.line (merchant_reference);

create index line_source on psp.line using brin (source_id, business_date) with (pages_per_range = 32);

-- The fee that a PSP and we agreed on: amount x rate + fixed, half-even to the currency's decimals.
create table psp.fee_contract (
    psp        text    not null check (psp in ('adyen', 'stripe', 'dlocal', 'pix')),
    currency   text    not null collate "C",
    valid_from date    not null,
    rate       numeric not null,
    fixed      numeric not null,
    primary key (psp, currency, valid_from)
);

-- A payout that a PSP's file states.
create table psp.payout (
    item_id        bigint generated always as identity primary key,
    source_id      bigint  not null references ingest.source,
    position       integer not null,
    psp            text    not null check (psp in ('adyen', 'stripe', 'dlocal', 'pix')),
    reference      text    not null collate "C",
    reference_word text generated always as (substring(reference from '[A-Za-z0-9]+')) stored collate "C",
    amount         numeric not null,
    currency       text    not null collate "C",
    business_date  date    not null,
    unique (source_id, position)
);
create index payout_reference_word on psp.payout (reference_word);

create table bank.account (
    account_id text    not null primary key collate "C",
    is_shared  boolean not null default false
);

create table bank.statement (
    statement_id    bigint generated always as identity primary key,
    source_id       bigint  not null references ingest.source,
    ordinal         integer not null,
    account_id      text    not null collate "C",
    statement_ref   text,
    sequence_number bigint,
    from_date       date,
    to_date         date,
    currency        text    not null collate "C",
    opening         numeric,
    closing         numeric,
    booked_sum      numeric not null,
    first_entry     integer,
    unique (source_id, ordinal)
);
create index statement_account on bank.statement (account_id, to_date, sequence_number);

-- A booked entry; a credit is positive.
create table bank.entry (
    item_id            bigint generated always as identity primary key,
    source_id          bigint  not null references ingest.source,
    position           integer not null,
    part               integer not null default 0,
    statement_ordinal  integer not null,
    account_id         text    not null collate "C",
    currency           text    not null collate "C",
    amount             numeric not null,
    booking_date       date    not null,
    value_date         date    not null,
    end_to_end_id      text,
    servicer_reference text,
    remittance_text    text,
    unique (source_id, position, part)
);

-- What a bank answered to a payout order (CNAB 240, segment A). The amount is negative like the payout's.
create table bank.payout_return (
    item_id         bigint generated always as identity primary key,
    source_id       bigint  not null references ingest.source,
    position        integer not null,
    document_number text    not null collate "C",
    amount          numeric not null,
    currency        text    not null collate "C",
    business_date   date    not null,
    occurrences     text    not null,
    outcome         text    not null check (outcome in ('PAID', 'ACCEPTED', 'REFUSED')),
    unique (source_id, position)
);
