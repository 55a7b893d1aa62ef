-- Facts without account and region. Most questions ask for neither, and these are several times fewer. They are added up of the facts in
-- the transaction that writes them, and the proof of the bill is taken over them.
create table cost.rollup_key (
    allocation_id bigint  not null references cost.allocation,
    rollup_number integer not null,
    service       text    not null,
    charge_type   text    not null,
    cluster       text    not null,
    namespace     text    not null,
    team          text,
    domain        text,
    environment   text    not null,
    rule_number   integer not null check (rule_number >= -1),
    place         text    not null generated always as (
        case when rule_number = -1 then 'IDLE'
             when rule_number = 0 then 'UNALLOCATED'
             when team is null then 'SHARED'
             else 'ALLOCATED' end) stored,
    primary key (allocation_id, rollup_number),
    check ((team is null) = (domain is null)),
    check (rule_number > 0 or team is not null)
);

create table cost.rollup (
    allocation_id bigint          not null,
    rollup_number integer         not null,
    usage_date    date,
    unblended     numeric(38, 12) not null,
    amortized     numeric(38, 12) not null,
    net_amortized numeric(38, 12) not null,
    list          numeric(38, 12) not null
);
create index rollup_by_day on cost.rollup (allocation_id, usage_date);

alter table cost.fact_key add column rollup_number integer;

insert into cost.rollup_key
    (allocation_id, rollup_number, service, charge_type, cluster, namespace, team, domain, environment, rule_number)
select allocation_id,
       row_number() over (
           partition by allocation_id
           order by service, charge_type, cluster, namespace, team, domain, environment, rule_number),
       service, charge_type, cluster, namespace, team, domain, environment, rule_number
from (select distinct allocation_id, service, charge_type, cluster, namespace, team, domain, environment, rule_number
      from cost.fact_key) as key;

update cost.fact_key as fine
set rollup_number = coarse.rollup_number
from cost.rollup_key as coarse
where coarse.allocation_id = fine.allocation_id
  and coarse.service = fine.service
  and coarse.charge_type = fine.charge_type
  and coarse.cluster = fine.cluster
  and coarse.namespace = fine.namespace
  and coalesce(coarse.team, '') = coalesce(fine.team, '')
  and coalesce(coarse.domain, '') = coalesce(fine.domain, '')
  and coarse.environment = fine.environment
  and coarse.rule_number = fine.rule_number;

alter table cost.fact_key alter column rollup_number set not null;

insert into cost.rollup
select fact.allocation_id, fact_key.rollup_number, fact.usage_date, sum(unblended), sum(amortized), sum(net_amortized), sum(list)
from cost.fact
join cost.fact_key using (allocation_id, key_number)
group by fact.allocation_id, fact_key.rollup_number, fact.usage_date;
