-- A change of the allocation rules is tried on a bill first, approved by a second person, and only then taken.
create table cost.rules_change (
    change_id    bigint      not null primary key generated always as identity,
    content      text        not null,
    content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    -- The rules that it changes.
    base_content text        not null,
    base_hash    text        not null check (base_hash ~ '^[0-9a-f]{64}$' and base_hash <> content_hash),
    -- The bill that it is tried on.
    period       date        not null check (extract(day from period) = 1),
    asked_by     text        not null references identity.app_user,
    asked_at     timestamptz not null,
    status       text        not null default 'WAITING' check (status in ('WAITING', 'TRIED', 'FAILED', 'TAKEN', 'STALE')),
    tried_at     timestamptz,
    taken_at     timestamptz,
    problem      text,
    constraint tried_before_it_is_taken check (tried_at is not null or status in ('WAITING', 'FAILED')),
    constraint taken_at_a_time check ((taken_at is not null) = (status = 'TAKEN')),
    constraint a_problem_has_a_sentence check ((problem is not null) = (status in ('FAILED', 'STALE')))
);
create index rules_change_to_do on cost.rules_change (change_id) where status in ('WAITING', 'TRIED');

-- What those owners cost, by service, whose cost a change makes another: amortised, before and after.
create table cost.moved_cost (
    change_id bigint          not null references cost.rules_change,
    owner     text            not null check (owner in ('TEAM', 'DOMAIN', 'ENVIRONMENT')),
    name      text            not null,
    service   text            not null,
    currency  text            not null,
    before    numeric(38, 12) not null,
    after     numeric(38, 12) not null,
    primary key (change_id, owner, name, service, currency)
);

alter table approval.request drop constraint request_kind_check;
alter table approval.request add constraint request_kind_check
    check (kind in ('CASE_RESOLUTION', 'DATE_REOPENING', 'ALLOCATION_RULES'));

create function cost.refuse_unapproved_rules() returns trigger
    language plpgsql as
$$
begin
    if not exists (select from approval.request r
                   where r.kind = 'ALLOCATION_RULES' and r.subject = new.change_id::text and r.outcome = 'APPROVED') then
        raise exception 'the rules of change % cannot be taken: another person must approve them first', new.change_id;
    end if;
    return new;
end
$$;
create trigger taken_rules_are_approved
    before update on cost.rules_change
    for each row when (new.status = 'TAKEN')
    execute function cost.refuse_unapproved_rules();

create function cost.refuse_other_change() returns trigger
    language plpgsql as
$$
begin
    if (old.content, old.content_hash, old.base_content, old.base_hash, old.period, old.asked_by, old.asked_at)
            is distinct from (new.content, new.content_hash, new.base_content, new.base_hash, new.period, new.asked_by, new.asked_at) then
        raise exception 'a change of the rules stays what it was when somebody asked for it';
    end if;
    return new;
end
$$;
create trigger rules_change_stays_what_it_is
    before update on cost.rules_change
    for each row execute function cost.refuse_other_change();
