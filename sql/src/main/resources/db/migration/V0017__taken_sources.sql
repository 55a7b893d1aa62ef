-- Which sources a night works with, and since which date: taken once, before its first step that looks at facts, so that a source
-- that commits while the night runs is left for the next by every step.
create table reconciliation.taken_source (
    source_id     bigint not null primary key references ingest.source,
    business_date date   not null
);
create index taken_source_date on reconciliation.taken_source (business_date);

-- What was considered before there was such a cut.
insert into reconciliation.taken_source (source_id, business_date)
select source_id, min(business_date) from reconciliation.considered_source group by source_id;
