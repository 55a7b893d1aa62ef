-- What a key cost in the whole period: what most pages ask for, thirty times shorter than its days. It is added up of the facts in the
-- transaction that writes them.
create table cost.fact_of_period (
    allocation_id bigint          not null,
    key_number    integer         not null,
    unblended     numeric(38, 12) not null,
    amortized     numeric(38, 12) not null,
    net_amortized numeric(38, 12) not null,
    list          numeric(38, 12) not null,
    primary key (allocation_id, key_number)
);
insert into cost.fact_of_period
select allocation_id, key_number, sum(unblended), sum(amortized), sum(net_amortized), sum(list)
from cost.fact
group by allocation_id, key_number;
