-- A night writes groups and open items by the hundred thousand. A foreign key looks each of them up by itself, which took more than
-- writing them did: what is one of a few constants is a check, and whose a group is, is looked up once for all rows of a statement.
alter table reconciliation.match_group drop constraint match_group_definition_id_fkey;
alter table reconciliation.match_group
    add constraint definition_is_known check (definition_id between 1 and 7);
alter table reconciliation.open_item drop constraint open_item_definition_id_fkey;
alter table reconciliation.open_item
    add constraint definition_is_known check (definition_id between 1 and 7);
alter table reconciliation.open_item drop constraint open_item_role_id_fkey;
alter table reconciliation.open_item
    add constraint role_is_known check (role_id between 1 and 13);

alter table reconciliation.match_group drop constraint match_group_legal_entity_id_fkey;
create function reconciliation.refuse_nobodys_group() returns trigger
    language plpgsql as
$$
declare
    nobody smallint;
begin
    select legal_entity_id into nobody
    from (select distinct legal_entity_id from added) as owner
    where not exists (select from ingest.legal_entity e where e.legal_entity_id = owner.legal_entity_id)
    limit 1;
    if found then
        raise foreign_key_violation
            using message = format('a match group belongs to legal entity %s, which is not in ingest.legal_entity', nobody);
    end if;
    return null;
end
$$;
create trigger group_is_somebodys
    after insert on reconciliation.match_group
    referencing new table as added
    for each statement execute function reconciliation.refuse_nobodys_group();
create trigger group_stays_somebodys
    after update on reconciliation.match_group
    referencing new table as added
    for each statement execute function reconciliation.refuse_nobodys_group();
create function ingest.refuse_loss_of_entity() returns trigger
    language plpgsql as
$$
begin
    raise exception 'a legal entity is not deleted, and its number does not change: groups belong to it';
end
$$;
create trigger legal_entity_stays
    before delete or truncate on ingest.legal_entity
    execute function ingest.refuse_loss_of_entity();
create trigger legal_entity_keeps_its_number
    before update of legal_entity_id on ingest.legal_entity
    execute function ingest.refuse_loss_of_entity();

-- What is resolved by cases that are posted, and what each of them leaves on a clearing account.
create table work.resolved_position (
    legal_entity_id smallint not null,
    action          text     not null,
    case_id         uuid     not null,
    break_id        bigint   not null,
    role_id         smallint not null,
    item_id         bigint   not null,
    account         text     not null collate "C",
    party           text     not null collate "C",
    currency        text     not null collate "C",
    balance         numeric  not null
);

create table work.resolved_case (
    legal_entity_id smallint not null,
    action          text     not null,
    case_id         uuid     not null,
    break_id        bigint   not null
);

-- What two lines of a load share, be it an identity or a business id: only these are decided among themselves.
create table work.repeated_key (
    key uuid not null
);

-- By which contracts a date's facts were checked: by the same ones, and without new facts, they need not be checked again.
create table reconciliation.checked_date (
    business_date date not null primary key,
    contracts     uuid not null
);

-- Of what a date was posted, as a digest: of the same it need not be posted again. Null where that is not known.
alter table ledger.posted_date add column digest uuid;

-- What a date published, as a digest: where it is the same as before, what was made of it is still right.
create function reconciliation.digest_of(on_date date) returns uuid
    language sql stable
begin atomic
    select md5(concat_ws('|',
        (select string_agg(concat_ws(':', definition_id, extract(epoch from published_at)), ',' order by definition_id)
         from reconciliation.result where business_date = on_date),
        'sources', (select md5(string_agg(concat_ws(':', definition_id, source_id), ',' order by definition_id, source_id))
         from reconciliation.considered_source where business_date = on_date),
        'resolutions', (select md5(string_agg(concat_ws(':', r.break_id, b.case_id, r.resolved_on, r.reopened_on, r.action), ','
                                              order by r.break_id, r.resolved_on))
         from reconciliation.resolution r join reconciliation.break b on b.break_id = r.break_id
         where r.resolved_on = on_date or r.reopened_on = on_date),
        'findings', (select md5(string_agg(concat_ws(':', law, ref, expected, actual, currency, psp, legal_entity_id), ','
                                           order by law, ref))
         from reconciliation.finding where business_date = on_date),
        'resolutions of findings', (select md5(string_agg(concat_ws(':', law, ref, case_id, resolved_on, reopened_on, action), ','
                                                          order by law, ref, resolved_on))
         from reconciliation.finding_resolution where resolved_on = on_date or reopened_on = on_date)))::uuid;
end;

-- Most amounts have no more digits than their currency: they are rounded already, and need no arithmetic to see it.
create or replace function money.round_half_even(amount numeric, decimals integer) returns numeric
    immutable strict parallel safe
    language sql
return case
    when scale(amount) <= decimals then round(amount, decimals)
    when abs(amount - trunc(amount, decimals)) * 2 = power(10::numeric, -decimals)
        and mod(trunc(abs(amount) * power(10::numeric, decimals)), 2) = 0
        then trunc(amount, decimals)
    else round(amount, decimals) end;
