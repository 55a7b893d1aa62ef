-- Until when a source tells of a PSP, an account or a feed: the end of the last day that a file knows of, the moment of a feed's
-- latest event. Kept by the load, so that nobody looks through the facts for it.
create table ingest.reach (
    source_id  bigint      not null references ingest.source on delete cascade,
    kind       text        not null check (kind in ('PSP_FILE', 'STATEMENT', 'FEED')),
    subject    text        not null collate "C",
    told_until timestamptz not null,
    primary key (source_id, kind, subject)
);
create index reach_furthest on ingest.reach (kind, subject, told_until);

-- What was read before sources had a reach.
insert into ingest.reach (source_id, kind, subject, told_until)
select source_id, 'PSP_FILE', psp, (max(business_date) + 1)::timestamp at time zone 'America/Sao_Paulo'
from (select source_id, psp, business_date from psp.line
      union all
      select source_id, psp, business_date from psp.payout) as told
group by source_id, psp
union all
select source_id, 'STATEMENT', account_id,
       (coalesce(max(to_date), max(booking_date)) + 1)::timestamp at time zone 'America/Sao_Paulo'
from (select source_id, account_id, to_date, null::date as booking_date from bank.statement
      union all
      select source_id, account_id, null, booking_date from bank.entry) as told
group by source_id, account_id
having coalesce(max(to_date), max(booking_date)) is not null
union all
select source_id, 'FEED', 'ordering', max(captured_at) from marketplace.payment
where captured_at is not null group by source_id
union all
select source_id, 'FEED', 'restaurant', max(accrued_at) from marketplace.restaurant_accrual group by source_id
union all
select source_id, 'FEED', 'courier', max(accrued_at) from marketplace.courier_earning group by source_id;

-- An expectation is as the configuration says; its lag is in business days.
alter table jobcontrol.expectation
    add column lag smallint not null default 0 check (lag >= 0);

-- A shortfall ends when a source of its subject reaches the moment that its date needs.
alter table jobcontrol.shortfall
    add column needed_until timestamptz not null;
create index shortfall_open on jobcontrol.shortfall (business_date) where came_at is null;

-- What is still missing. An expectation that was taken back misses nothing.
create view jobcontrol.missing as
select s.business_date, e.name as expectation, e.kind, e.subject, s.needed_until, s.sentence
from jobcontrol.shortfall s join jobcontrol.expectation e on e.expectation_id = s.expectation_id
where s.came_at is null and e.active;

-- A night is incomplete while something is missing, and nothing has to be kept in step for it.
alter table jobcontrol.night drop column incomplete;
