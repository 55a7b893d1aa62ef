create schema casework;
create schema policy;
create schema approval;

-- Something that must be decided: by a policy, or by a person. The id comes from its content: cause, subject and the date that opened it.
create table casework.work_case (
    case_id         uuid        not null primary key,
    legal_entity_id smallint    not null references ingest.legal_entity,
    kind            text        not null check (kind in ('BREAK', 'FINDING', 'REJECT')),
    cause           text        not null collate "C",
    subject         text        not null collate "C",
    subject_key     uuid        not null,
    reconciliation  text,
    opened_on       date        not null,
    opened_at       timestamptz not null,
    currency        text collate "C",
    amount          numeric     not null check (amount >= 0),
    status          text        not null check (status in ('WAITING', 'OPEN', 'CLOSED')),
    owner           text        not null,
    assignee        text references identity.app_user,
    priority        smallint    not null check (priority between 1 and 4),
    due_at          timestamptz,
    -- the night that handed it to people; one that a person reopened has none
    escalated_on    date,
    resolution      text,
    closed_at       timestamptz,
    closed_by       text references identity.app_user,
    -- the night that published the closing; one that a person closed since the last night has none yet
    closed_on       date,
    is_touched      boolean     not null default false,
    reopenings      smallint    not null default 0 check (reopenings >= 0),
    constraint closed_whole check ((status = 'CLOSED') = (closed_at is not null)
        and (closed_at is null) = (resolution is null)
        and (closed_on is null or closed_at is not null)
        and (closed_by is null or closed_at is not null)),
    constraint open_has_a_due_moment check (status <> 'OPEN' or due_at is not null)
);
create unique index one_open_case_per_cause_and_subject on casework.work_case (subject_key) where status <> 'CLOSED';
create index work_case_open on casework.work_case (priority, due_at) where status = 'OPEN';
create index work_case_opened on casework.work_case (opened_on);
create index work_case_closed on casework.work_case (closed_on) where status = 'CLOSED';
create index work_case_unpublished on casework.work_case (case_id) where status = 'CLOSED' and closed_on is null;

-- What happened to a case. What a person did stays for ever; what a night did is taken back with the night.
create table casework.entry (
    entry_id      bigint generated always as identity primary key,
    case_id       uuid        not null,
    happened_at   timestamptz not null,
    business_date date,
    actor         text references identity.app_user,
    kind          text        not null check (kind in ('OPENED', 'DECIDED', 'ESCALATED', 'CLOSED', 'REOPENED', 'ASSIGNED', 'RELEASED',
                                                       'HANDED_OVER', 'COMMENTED', 'ATTACHED', 'PROPOSED', 'APPROVED', 'REFUSED',
                                                       'AMOUNT_CHANGED', 'MATCHED_LATER')),
    detail        text        not null default '',
    constraint by_a_night_or_a_person check ((actor is null) = (business_date is not null))
);
create index entry_case on casework.entry (case_id, entry_id);
create index entry_night on casework.entry (business_date) where business_date is not null;
create function casework.refuse_change_of_entry() returns trigger
    language plpgsql as
$$
begin
    if old.actor is not null then
        raise exception 'what a person did stays on the timeline: write a new entry instead';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger what_people_did_stays
    before update or delete
    on casework.entry
    for each row
    execute function casework.refuse_change_of_entry();

create table casework.attachment (
    attachment_id bigint generated always as identity primary key,
    case_id       uuid        not null references casework.work_case,
    name          text        not null check (length(name) between 1 and 200),
    media_type    text        not null,
    content       bytea       not null check (octet_length(content) between 1 and 10485760),
    sha256        bytea       not null check (octet_length(sha256) = 32),
    attached_by   text        not null references identity.app_user,
    attached_at   timestamptz not null
);
create index attachment_case on casework.attachment (case_id);

-- A decision table as it was used, with its explanations in every language: a decision can be explained from it years later.
create table policy.version (
    version_id    uuid not null primary key,
    policy        text not null,
    label         text not null,
    dmn           text not null,
    explanations  jsonb not null,
    first_used_on date not null
);

-- What a policy said of a case on a night; kept where it says something else than before.
create table policy.decision (
    case_id       uuid  not null,
    business_date date  not null,
    version_id    uuid  not null references policy.version,
    row_id        text  not null,
    action        text  not null check (action in ('WAIT', 'WRITE_OFF', 'CLAIM', 'REFUND', 'RECOVER', 'ACCEPT_LOSS', 'ESCALATE')),
    team          text  not null,
    circumstances jsonb not null,
    primary key (case_id, business_date)
);
create index decision_date on policy.decision (business_date);
create index decision_version on policy.decision (version_id, row_id);

-- How much may be written off: by a policy, by an operator, and by two people together.
create table policy.write_off_limit (
    authority text    not null check (authority in ('POLICY', 'OPERATOR', 'FOUR_EYES')),
    currency  text    not null collate "C",
    per_case  numeric not null check (per_case > 0),
    per_day   numeric not null check (per_day >= per_case),
    primary key (authority, currency)
);
insert into policy.write_off_limit (authority, currency, per_case, per_day)
values ('POLICY', 'BRL', 5.00, 1000.00), ('OPERATOR', 'BRL', 100.00, 5000.00), ('FOUR_EYES', 'BRL', 10000.00, 100000.00);

-- What was written off on a date, beside the most that may be: the check is the daily limit.
create table policy.write_off_day (
    business_date   date     not null,
    legal_entity_id smallint not null references ingest.legal_entity,
    authority       text     not null,
    currency        text     not null collate "C",
    per_day         numeric  not null,
    used            numeric  not null default 0 check (used >= 0),
    primary key (business_date, legal_entity_id, authority, currency),
    constraint daily_limit check (used <= per_day)
);

create table policy.write_off (
    case_id         uuid     not null references casework.work_case,
    business_date   date     not null,
    legal_entity_id smallint not null,
    authority       text     not null,
    currency        text     not null collate "C",
    open_amount     numeric  not null check (open_amount > 0),
    per_case        numeric  not null,
    primary key (case_id, business_date),
    foreign key (business_date, legal_entity_id, authority, currency) references policy.write_off_day,
    constraint limit_per_case check (open_amount <= per_case)
);

-- A proposal of one person that another one decides; what is approved is exactly what was proposed.
create table approval.request (
    request_id      bigint generated always as identity primary key,
    kind            text        not null check (kind in ('CASE_RESOLUTION', 'DATE_REOPENING')),
    subject         text        not null collate "C",
    payload         text        not null,
    payload_sha256  bytea       not null check (payload_sha256 = sha256(convert_to(payload, 'UTF8'))),
    reason          text        not null check (length(trim(reason)) > 0),
    requested_by    text        not null references identity.app_user,
    requested_at    timestamptz not null,
    outcome         text check (outcome in ('APPROVED', 'REFUSED')),
    decided_by      text references identity.app_user,
    decided_at      timestamptz,
    decided_sha256  bytea,
    decision_reason text,
    constraint decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)
        and (outcome is null) = (decided_sha256 is null)),
    constraint four_eyes check (decided_by <> requested_by),
    constraint approved_what_was_proposed check (decided_sha256 = payload_sha256)
);
create unique index one_open_request_per_subject on approval.request (kind, subject) where outcome is null;

-- A break whose case is closed is resolved, from one night to another: it stays a candidate for a later match, and is exported
-- on the night that resolved it and not later.
create table reconciliation.resolution (
    break_id    bigint not null references reconciliation.break on delete cascade,
    resolved_on date   not null,
    reopened_on date check (reopened_on > resolved_on),
    action      text   not null,
    primary key (break_id, resolved_on)
);
create unique index resolved_once_at_a_time on reconciliation.resolution (break_id) where reopened_on is null;
create index resolution_date on reconciliation.resolution (resolved_on);

alter table reconciliation.break drop column resolution;
alter table reconciliation.break add column case_id uuid;
create index break_case on reconciliation.break (case_id) where ended_on is null;
create index break_ended on reconciliation.break (ended_on) where ended_on is not null;

-- The items of open breaks, with what a decision asks of them: whose they are, and what is at stake where a reconciliation
-- compares no amounts. Each fact is looked up by its key, so that a night's few breaks cost no reading of all facts.
create view reconciliation.break_fact as
select o.break_id, o.role_id, o.item_id, o.role_id in (1, 3, 5, 7, 9, 11) as is_left,
       coalesce(f.order_id, p.payment_id, a.accrual_id, d.delivery_id, e.earning_id, y.payout_id,
                s.path || '#' || coalesce(l.position, t.position, b.position, r.position)
                    || case when coalesce(l.part, b.part, 0) > 0 then '.' || coalesce(l.part, b.part) else '' end) as reference,
       coalesce(p.psp, l.psp, t.psp) as psp,
       case when o.role_id in (7, 8) then 'RESTAURANT' when o.role_id in (9, 10) then 'COURIER' else y.party_kind end as party_kind,
       coalesce(case when o.role_id = 7 then f.restaurant_id end, a.restaurant_id, d.courier_id, e.courier_id, y.party_id) as party_id,
       b.account_id,
       case o.role_id when 7 then f.items_total when 8 then a.net when 10 then e.total end as stake,
       coalesce(f.currency, a.currency, e.currency) as stake_currency,
       f.cancelled_by, f.cancel_stage
from reconciliation.open_item o
left join marketplace.food_order f on o.role_id in (1, 7) and f.item_id = o.item_id
left join marketplace.payment p on o.role_id in (2, 3) and p.item_id = o.item_id
left join psp.line l on o.role_id = 4 and l.item_id = o.item_id
left join psp.payout t on o.role_id = 5 and t.item_id = o.item_id
left join bank.entry b on o.role_id in (6, 12) and b.item_id = o.item_id
left join marketplace.restaurant_accrual a on o.role_id = 8 and a.item_id = o.item_id
left join marketplace.delivery d on o.role_id = 9 and d.item_id = o.item_id
left join marketplace.courier_earning e on o.role_id = 10 and e.item_id = o.item_id
left join marketplace.payout y on o.role_id = 11 and y.item_id = o.item_id
left join bank.payout_return r on o.role_id = 13 and r.item_id = o.item_id
left join ingest.source s on s.source_id = coalesce(l.source_id, t.source_id, b.source_id, r.source_id)
where o.break_id is not null and o.to_date is null;

-- Legal entities of findings: a case belongs to one.
alter table reconciliation.finding add column legal_entity_id smallint not null default 1 references ingest.legal_entity;

-- The open amount is what the break's sides differ by: nobody writes off less than he sees, or a limit's worth of more.
create function policy.count_write_off() returns trigger
    language plpgsql as
$$
declare
    amount_at_stake numeric;
begin
    if tg_op = 'DELETE' then
        update policy.write_off_day
        set used = used - old.open_amount
        where business_date = old.business_date and legal_entity_id = old.legal_entity_id
          and authority = old.authority and currency = old.currency;
        return old;
    end if;
    if tg_op = 'UPDATE' then
        raise exception 'a write-off is not changed: take it back and decide anew';
    end if;
    select amount into amount_at_stake from casework.work_case where case_id = new.case_id;
    if new.open_amount <> amount_at_stake then
        raise exception 'the write-off of case % is over %, but % is open', new.case_id, new.open_amount, amount_at_stake;
    end if;
    if not exists (select from policy.write_off_limit l
                   where l.authority = new.authority and l.currency = new.currency and l.per_case = new.per_case) then
        raise exception 'no limit of % for % allows % per case', new.authority, new.currency, new.per_case;
    end if;
    update policy.write_off_day
    set used = used + new.open_amount
    where business_date = new.business_date and legal_entity_id = new.legal_entity_id
      and authority = new.authority and currency = new.currency;
    return new;
end
$$;
create trigger write_offs_count_against_their_day
    before insert or update or delete
    on policy.write_off
    for each row
    execute function policy.count_write_off();

-- Verdicts on their way from the policies back to the cases.
create table work.verdict_on_case (
    case_id       uuid     not null,
    version_id    uuid     not null,
    row_id        text     not null,
    action        text     not null,
    team          text     not null,
    circumstances text     not null
);
