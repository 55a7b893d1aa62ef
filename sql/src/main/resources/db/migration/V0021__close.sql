-- Nobody's name: the rule signed off.
alter table ledger.signed_off
    alter column signed_off_by drop not null,
    add foreign key (signed_off_by) references identity.app_user;

-- A date was opened again, as one person proposed and another one approved, and with it the dates after it.
create table ledger.reopening (
    request_id    bigint      not null primary key references approval.request,
    business_date date        not null,
    reopened_at   timestamptz not null
);

-- What a reopening took back.
create table ledger.lifted_sign_off (
    request_id    bigint      not null references ledger.reopening,
    business_date date        not null,
    signed_off_at timestamptz not null,
    signed_off_by text references identity.app_user,
    primary key (request_id, business_date)
);
create index lifted_sign_off_date on ledger.lifted_sign_off (business_date);

create function ledger.refuse_unapproved_reopening() returns trigger
    language plpgsql as
$$
begin
    if not exists (select from approval.request r
                   where r.request_id = new.request_id and r.kind = 'DATE_REOPENING' and r.outcome = 'APPROVED'
                     and r.subject = new.business_date::text) then
        raise exception '% cannot be reopened: another person must approve a request for it first', new.business_date;
    end if;
    return new;
end
$$;
create trigger reopening_is_approved
    before insert on ledger.reopening
    for each row execute function ledger.refuse_unapproved_reopening();

create function ledger.refuse_change_of_history() returns trigger
    language plpgsql as
$$
begin
    raise exception 'what was signed off and reopened stays in the history';
end
$$;
create trigger reopening_is_insert_only
    before update or delete or truncate on ledger.reopening
    execute function ledger.refuse_change_of_history();
create trigger lifted_sign_off_is_insert_only
    before update or delete or truncate on ledger.lifted_sign_off
    execute function ledger.refuse_change_of_history();
create trigger signed_off_is_not_changed
    before update or truncate on ledger.signed_off
    execute function ledger.refuse_change_of_history();

-- How each night's date stands before its sign-off. A night that was not completed and has a later one is passed over: what it left
-- went to the next, and nothing is posted on it any more once that is signed off.
create view ledger.closing_date as
select n.business_date, n.status as night_status,
       (select count(*) from jobcontrol.missing m where m.business_date = n.business_date)::integer as missing,
       coalesce(p.sources = (select count(*) from reconciliation.taken_source t where t.business_date <= n.business_date), false)
           as is_posted,
       (select count(*) from ledger.proof f where f.business_date = n.business_date)::integer as proofs,
       (select count(*) from ledger.proof f where f.business_date = n.business_date and f.difference <> 0)::integer
           as differing_proofs,
       (select count(*) from casework.work_case c where c.opened_on = n.business_date and c.status <> 'CLOSED') as open_cases,
       (select min(e.business_date) from jobcontrol.night e
        where e.business_date < n.business_date and e.status = 'COMPLETED'
          and not exists (select from ledger.signed_off o where o.business_date = e.business_date)) as open_before,
       exists (select from ledger.lifted_sign_off l where l.business_date = n.business_date) as was_reopened,
       s.signed_off_at, s.signed_off_by
from jobcontrol.night n
left join ledger.posted_date p on p.business_date = n.business_date
left join ledger.signed_off s on s.business_date = n.business_date;

create function ledger.refuse_unclean_sign_off() returns trigger
    language plpgsql as
$$
begin
    if not exists (select from ledger.closing_date c
                   where c.business_date = new.business_date and c.night_status = 'COMPLETED' and c.missing = 0
                     and c.is_posted and c.differing_proofs = 0 and c.open_before is null) then
        raise exception '% cannot be signed off: its night must be completed, lack nothing and be posted, every proof be 0, and the dates before it be signed off',
            new.business_date;
    end if;
    return new;
end
$$;
create trigger only_clean_dates_are_signed_off
    before insert on ledger.signed_off
    for each row execute function ledger.refuse_unclean_sign_off();

create function ledger.refuse_unexplained_reopening() returns trigger
    language plpgsql as
$$
begin
    if exists (select from lifted o
               where not exists (select from ledger.lifted_sign_off l
                                 where l.business_date = o.business_date and l.signed_off_at = o.signed_off_at)) then
        raise exception 'a sign-off is taken back by a reopening alone, which keeps it in the history';
    end if;
    if exists (select from ledger.signed_off s where s.business_date > (select min(business_date) from lifted)) then
        raise exception 'the dates after a reopened date are reopened with it';
    end if;
    return null;
end
$$;
create trigger sign_offs_end_by_reopening
    after delete on ledger.signed_off
    referencing old table as lifted
    for each statement execute function ledger.refuse_unexplained_reopening();

create function ledger.refuse_night_of_signed_off_date() returns trigger
    language plpgsql as
$$
begin
    if exists (select from ledger.signed_off s where s.business_date >= new.business_date) then
        raise exception 'the night of % cannot run: the books are signed off up to that date; what came late belongs to the next', new.business_date;
    end if;
    return new;
end
$$;
create trigger signed_off_dates_have_no_nights
    before insert or update on jobcontrol.night
    for each row when (new.status = 'RUNNING')
    execute function ledger.refuse_night_of_signed_off_date();

create index journal_corrects on ledger.journal (corrects) where corrects is not null;
