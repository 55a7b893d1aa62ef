-- The provider whose line breaks the law; none where the law is about something else.
alter table reconciliation.finding add column psp text collate "C";

-- A finding whose case is closed by an action is resolved, from one night to another, as a break is.
create table reconciliation.finding_resolution (
    law         text not null,
    ref         text not null collate "C",
    case_id     uuid not null,
    resolved_on date not null,
    reopened_on date check (reopened_on > resolved_on),
    action      text not null,
    primary key (law, ref, resolved_on),
    foreign key (law, ref) references reconciliation.finding on delete cascade
);
create unique index finding_resolved_once_at_a_time on reconciliation.finding_resolution (law, ref) where reopened_on is null;
create index finding_resolution_date on reconciliation.finding_resolution (resolved_on);
create index finding_resolution_case on reconciliation.finding_resolution (case_id);

-- Fees that were claimed back, and from when to when it stood so: what was kept beyond the contract, below zero what was kept too little.
create view ledger.claimed_fee as
select r.case_id, f.legal_entity_id, f.psp, f.currency, f.actual - f.expected as amount,
       r.resolved_on as from_date, r.reopened_on as to_date
from reconciliation.finding_resolution r
join reconciliation.finding f on f.law = r.law and f.ref = r.ref
where r.law = 'FEE_CONTRACT' and r.action = 'CLAIM';
