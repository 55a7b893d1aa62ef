-- What an order owed before a later source changed it, where it was an item before: what was posted for it is taken back by this.
create table marketplace.superseded_order (
    item_id       bigint not null,
    source_id     bigint not null,
    superseded_by bigint not null,
    outcome       text   not null,
    business_date date   not null,
    currency      text   not null collate "C",
    delivery_fee  numeric not null,
    service_fee   numeric not null,
    tip           numeric not null,
    discount      numeric not null,
    total         numeric not null,
    primary key (item_id, superseded_by)
);

create schema ledger;

-- The chart of accounts. Of a clearing account it is proven each night what its balance is made of.
create table ledger.account (
    code        text    not null primary key collate "C",
    kind        text    not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE')),
    party_kind  text    not null check (party_kind in ('NONE', 'PSP', 'BANK_ACCOUNT', 'RESTAURANT', 'COURIER', 'ANY')),
    is_clearing boolean not null
);
insert into ledger.account (code, kind, party_kind, is_clearing)
values ('order-clearing', 'ASSET', 'NONE', true),
       ('psp-clearing', 'ASSET', 'PSP', true),
       ('psp-balance', 'ASSET', 'PSP', false),
       ('psp-payout-clearing', 'ASSET', 'PSP', true),
       ('fx-clearing', 'ASSET', 'NONE', false),
       ('bank', 'ASSET', 'BANK_ACCOUNT', false),
       ('bank-clearing', 'ASSET', 'BANK_ACCOUNT', true),
       ('psp-claims', 'ASSET', 'PSP', false),
       ('recoveries', 'ASSET', 'ANY', false),
       ('exceptions', 'ASSET', 'NONE', true),
       ('order-proceeds', 'LIABILITY', 'NONE', false),
       ('restaurant-payable', 'LIABILITY', 'RESTAURANT', false),
       ('courier-payable', 'LIABILITY', 'COURIER', false),
       ('restaurant-payout-clearing', 'LIABILITY', 'RESTAURANT', true),
       ('courier-payout-clearing', 'LIABILITY', 'COURIER', true),
       ('payouts-confirmed', 'LIABILITY', 'NONE', true),
       ('customer-refunds', 'LIABILITY', 'NONE', false),
       ('suspense', 'LIABILITY', 'NONE', false),
       ('opening-balances', 'EQUITY', 'NONE', false),
       ('service-fee-revenue', 'REVENUE', 'NONE', false),
       ('delivery-fee-revenue', 'REVENUE', 'NONE', false),
       ('tips', 'REVENUE', 'NONE', false),
       ('commission-revenue', 'REVENUE', 'NONE', false),
       ('payment-fee-revenue', 'REVENUE', 'NONE', false),
       ('discounts', 'EXPENSE', 'NONE', false),
       ('psp-fees', 'EXPENSE', 'NONE', false),
       ('courier-cost', 'EXPENSE', 'NONE', false),
       ('restaurant-adjustments', 'EXPENSE', 'NONE', false),
       ('rounding-differences', 'EXPENSE', 'NONE', false),
       ('write-offs', 'EXPENSE', 'NONE', false),
       ('chargeback-losses', 'EXPENSE', 'NONE', false);

-- A date that was signed off is closed, and with it every date before.
create table ledger.signed_off (
    business_date date        not null primary key,
    signed_off_at timestamptz not null,
    signed_off_by text        not null
);

-- Which dates were posted, and of how many taken sources: where more have been taken since, the date is posted again.
create table ledger.posted_date (
    business_date date        not null primary key,
    posted_at     timestamptz not null,
    sources       bigint      not null
);

create table ledger.journal (
    journal_id      uuid        not null primary key,
    legal_entity_id smallint    not null references ingest.legal_entity,
    business_date   date        not null,
    rule            text        not null collate "C",
    case_id         uuid,
    corrects        uuid references ledger.journal,
    posted_at       timestamptz not null,
    transaction_id  bigint      not null default pg_current_xact_id()::text::bigint
);
create index journal_date on ledger.journal (business_date);
create index journal_case on ledger.journal (case_id) where case_id is not null;

-- One amount from a debit to a credit account: whatever is written here, debits are credits.
create table ledger.transfer (
    journal_id     uuid    not null references ledger.journal,
    line           integer not null check (line >= 1),
    debit_account  text    not null references ledger.account collate "C",
    debit_party    text    not null default '' collate "C",
    credit_account text    not null references ledger.account collate "C",
    credit_party   text    not null default '' collate "C",
    currency       text    not null collate "C",
    amount         numeric not null check (amount > 0),
    items          bigint  not null check (items >= 0),
    primary key (journal_id, line),
    constraint moves_something check ((debit_account, debit_party) <> (credit_account, credit_party))
);
create index transfer_debit on ledger.transfer (debit_account, debit_party);
create index transfer_credit on ledger.transfer (credit_account, credit_party);

create function ledger.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the ledger is insert-only: post a journal that corrects the wrong one instead';
end
$$;
create trigger journal_is_insert_only
    before update or delete or truncate on ledger.journal
    execute function ledger.refuse_change();
create trigger transfer_is_insert_only
    before update or delete or truncate on ledger.transfer
    execute function ledger.refuse_change();

-- A journal is whole when its transaction ends: nobody makes another of it by adding to it.
create function ledger.refuse_addition() returns trigger
    language plpgsql as
$$
begin
    if exists (select from added join ledger.journal j on j.journal_id = added.journal_id
               where j.transaction_id <> pg_current_xact_id()::text::bigint) then
        raise exception 'a journal is not added to after its transaction: post another journal instead';
    end if;
    if exists (select from added join ledger.account a on a.code in (added.debit_account, added.credit_account)
               where a.party_kind = 'NONE'
                 and case a.code when added.debit_account then added.debit_party else added.credit_party end <> '') then
        raise exception 'an account without parties was given a party: leave the party empty, or post to another account';
    end if;
    return null;
end
$$;
create trigger journal_is_whole
    after insert on ledger.transfer
    referencing new table as added
    for each statement execute function ledger.refuse_addition();

create function ledger.refuse_closed_date() returns trigger
    language plpgsql as
$$
declare
    closed date;
begin
    select max(s.business_date) into closed from ledger.signed_off s where s.business_date >= (select min(business_date) from added);
    if closed is not null then
        raise exception 'the books are signed off up to %: post on a later date instead', closed;
    end if;
    return null;
end
$$;
create trigger closed_dates_stay_closed
    after insert on ledger.journal
    referencing new table as added
    for each statement execute function ledger.refuse_closed_date();

-- What a clearing account holds beside what is open in its reconciliation; party is empty where it is the sum of all.
create table ledger.proof (
    business_date   date     not null,
    legal_entity_id smallint not null references ingest.legal_entity,
    account         text     not null references ledger.account collate "C",
    party           text     not null collate "C",
    currency        text     not null collate "C",
    balance         numeric  not null,
    open_items      numeric  not null,
    difference      numeric generated always as (balance - open_items) stored,
    primary key (business_date, legal_entity_id, account, party, currency)
);

-- What each unmatched item leaves on its clearing account: debits positive. An order counts as the taken sources leave it.
create view ledger.open_position as
select o.role_id, o.item_id, o.status, o.break_id, o.from_date, o.to_date, s.legal_entity_id,
       'order-clearing' as account, '' as party, coalesce(q.currency, f.currency) as currency,
       case when coalesce(q.outcome, f.outcome) = 'CANCELLED' then 0 else coalesce(q.total, f.total) end as balance
from reconciliation.open_item o
join marketplace.food_order f on f.item_id = o.item_id
left join lateral (
    select was.* from marketplace.superseded_order was
    join reconciliation.taken_source t on t.source_id = was.source_id
    where was.item_id = f.item_id
      and not exists (select from reconciliation.taken_source u where u.source_id = was.superseded_by)) q on true
join ingest.source s on s.source_id = coalesce(q.source_id, f.source_id)
where o.role_id = 1
union all
select o.role_id, o.item_id, o.status, o.break_id, o.from_date, o.to_date, s.legal_entity_id,
       case o.role_id when 2 then 'order-clearing' else 'psp-clearing' end, case o.role_id when 2 then '' else p.psp end,
       p.currency, case o.role_id when 2 then - p.amount else p.amount end
from reconciliation.open_item o
join marketplace.payment p on p.item_id = o.item_id
join ingest.source s on s.source_id = p.source_id
where o.role_id in (2, 3)
union all
select o.role_id, o.item_id, o.status, o.break_id, o.from_date, o.to_date, s.legal_entity_id,
       'psp-clearing', l.psp, l.currency, - l.amount
from reconciliation.open_item o
join psp.line l on l.item_id = o.item_id
join ingest.source s on s.source_id = l.source_id
where o.role_id = 4
union all
select o.role_id, o.item_id, o.status, o.break_id, o.from_date, o.to_date, s.legal_entity_id,
       'psp-payout-clearing', p.psp, p.currency, p.amount
from reconciliation.open_item o
join psp.payout p on p.item_id = o.item_id
join ingest.source s on s.source_id = p.source_id
where o.role_id = 5
union all
select o.role_id, o.item_id, o.status, o.break_id, o.from_date, o.to_date, s.legal_entity_id,
       'bank-clearing', e.account_id, e.currency, - e.amount
from reconciliation.open_item o
join bank.entry e on e.item_id = o.item_id
join ingest.source s on s.source_id = e.source_id
where o.role_id in (6, 12)
union all
select o.role_id, o.item_id, o.status, o.break_id, o.from_date, o.to_date, s.legal_entity_id,
       case p.party_kind when 'COURIER' then 'courier-payout-clearing' else 'restaurant-payout-clearing' end, p.party_id,
       p.currency, - p.amount
from reconciliation.open_item o
join marketplace.payout p on p.item_id = o.item_id
join ingest.source s on s.source_id = p.source_id
where o.role_id = 11;

-- Breaks whose case was closed by an action that moves money, and from when to when it stood so.
create view ledger.resolved_break as
select b.break_id, b.case_id, b.legal_entity_id, r.action, r.resolved_on as from_date,
       least(r.reopened_on, b.ended_on) as to_date
from reconciliation.break b
join reconciliation.resolution r on r.break_id = b.break_id
where b.case_id is not null and r.action in ('WRITE_OFF', 'CLAIM', 'REFUND', 'RECOVER', 'ACCEPT_LOSS', 'HOLD', 'REINSTATE');

-- What a date's facts, groups and decisions come to; an amount below zero goes from credit to debit.
create table work.planned_transfer (
    legal_entity_id smallint not null,
    rule            text     not null collate "C",
    case_id         uuid,
    debit_account   text     not null collate "C",
    debit_party     text     not null collate "C",
    credit_account  text     not null collate "C",
    credit_party    text     not null collate "C",
    currency        text     not null collate "C",
    amount          numeric  not null,
    items           bigint   not null
);

-- What of it is not posted yet.
create table work.rest_transfer (
    legal_entity_id smallint not null,
    rule            text     not null collate "C",
    case_id         uuid,
    corrects        uuid,
    journal_id      uuid,
    debit_account   text     not null collate "C",
    debit_party     text     not null collate "C",
    credit_account  text     not null collate "C",
    credit_party    text     not null collate "C",
    currency        text     not null collate "C",
    amount          numeric  not null,
    items           bigint   not null
);
