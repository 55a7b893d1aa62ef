-- What there is in the month, sized so that a whole month has about the lines that are asked for.

create table hour as
select cast(number // getvariable('grain') as integer) as step, starts, 0.05 + 0.95 * rhythm.orders * week.orders as load
from (select number, getvariable('month') + to_hours(cast(number as integer)) as starts
      from range(24 * date_diff('day', getvariable('month'), getvariable('month') + interval 1 month)) as hours (number))
join rhythm on hour_of_day = extract(hour from starts - interval 3 hours)
join week on day_of_week = extract(dow from starts - interval 3 hours);

-- A step is what a line is of: an hour or, in a small bill, a day. Pods and instances are replaced every three days.
create table step as
select step, min(starts) as starts, min(starts) + to_hours(count(*)::integer) as ends, avg(load) as load,
       strftime(min(starts), '%Y-%m-%dT%H:%M:%SZ') || '/'
           || strftime(min(starts) + to_hours(count(*)::integer), '%Y-%m-%dT%H:%M:%SZ') as time_interval,
       date_diff('day', getvariable('month'), min(starts)) // 3 as release,
       min(starts) < getvariable('until') as is_billed
from hour group by step;

create macro pods_per_node() as
    case when getvariable('rows') < 300000 then 3 when getvariable('rows') < 5000000 then 8 else 20 end;

create table activity as
select cluster, step, starts, rest + (1 - rest) * case when by_night then 1 - load else load end as level from cluster, hour;

-- Two lines for a pod, two for an instance that a Savings Plan covers; six in ten lines are those of the fleet.
create table node as
with fleet as (
    select 0.6 * getvariable('rows') / ((3 + 2 * pods_per_node()) * sum(share * level)) as nodes
    from (select cluster, step, max(level) as level from activity group by cluster, step) join cluster using (cluster)
), numbered as (
    select cluster.*, unnest(range(cast(greatest(1, round(nodes * share)) as integer))) as rank,
           greatest(1, round(nodes * share)) as nodes
    from cluster, fleet
), typed as (
    select *, cast(row_number() over (order by cluster, rank) as integer) as node,
           draw('type', cluster || rank) as type_draw
    from numbered
)
select node, cluster, typed.account, region, typed.prefix, by_night, rank, nodes,
       instance_type, cpu, gigabytes, cast(on_demand as decimal(9, 5)) as on_demand,
       cast(savings_plan as decimal(9, 5)) as savings_plan, cast(spot as decimal(9, 5)) as spot,
       case when by_night and rank < 0.5 * nodes then 'sp-data'
            when not by_night and rank < 0.5 * nodes then 'sp-base'
            when not by_night and rank < 0.75 * nodes then 'sp-ladder' end as plan,
       cast(case when plan is null then 0 when rank % 4 = 1 then 0.75 else 1 end as decimal(3, 2)) as covered,
       plan is null and (by_night or rank % 3 = 0) as is_spot
from typed join instance_type on instance_type.prefix = typed.prefix
    and instance_type = case when pods_per_node() = 3 then 'm5.xlarge' when type_draw < 5000 then 'm6i.2xlarge'
        when type_draw < 7000 then 'r6i.2xlarge' else 'm6i.4xlarge' end;

-- How many hours of a step a node runs.
create table node_step as
select node, step, cast(count(*) as integer) as hours
from node join activity on activity.cluster = node.cluster and rank < greatest(1, ceil(nodes * level))
group by node, step order by step, node;

-- What is committed for an hour: what the nodes of a plan cost when all run, and a little more.
create table savings_plan as
select plan, cast(ceil(100 * 1.03 * sum(savings_plan * covered)) / 100 as decimal(9, 2)) as commitment,
       'arn:aws:savingsplans::100000000006:savingsplan/' || plan as arn,
       case plan when 'sp-ladder' then 'Partial Upfront' else 'No Upfront' end as payment,
       cast(case plan when 'sp-ladder' then commitment / 2 else 0 end as decimal(12, 4)) as upfront
from node where plan is not null group by plan;

create table plan_step as
select plan, step, sum(savings_plan * covered * hours) as used
from node_step join node using (node) where plan is not null group by plan, step;

-- Rates of reservations are sums of powers of two: what a month adds up to has no rounding.
create table reservation as
select account, account_name, domain, environment, part, 'arn:aws:rds:sa-east-1:' || account || ':ri:' || domain || '-' || part as arn,
       if(getvariable('rows') < 1000000, 2, 4) as quantity, cast(0.1875 as decimal(9, 4)) as recurring, cast(0.25 as decimal(9, 4)) as upfront
from account, range(greatest(1, getvariable('rows') // 2000000)) as parts (part)
where market = 0
    and (environment in ('production', 'staging') and draw('reservation', account || part) < 7500 or account = '100000000001');

-- One database more than is reserved in production, one less in staging, where none runs at night.
create table database as
select reservation.*, place, account_name || '-' || part || '-' || place as name, place < quantity as is_reserved
from reservation, range(5) as places (place)
where place < quantity + if(environment = 'production', 1, -1);

create table database_step as
select name, step, cast(count(*) as integer) as hours
from database, hour
where environment = 'production' or extract(hour from starts - interval 3 hours) between 7 and 21
group by name, step;

-- In a bigger bill what is used comes and goes: each resource works a third of the day.
create macro shifts() as if(getvariable('rows') < 2000000, 1, 3);

-- The lines that are left are those of the other services: each resource has one in each step of its shift.
create macro lines_left() as (
    greatest(0, getvariable('rows')
        - (select sum(case when covered > 0 then 2 else 0 end + case when covered < 1 then 1 else 0 end
                      + 2 * pods_per_node()) from node_step join node using (node))
        - (select count(*) from plan_step) - (select count(*) from database_step)));

create table resource_count as
select cast(lines_left() // count(*) as integer) as always, cast(lines_left() % count(*) as integer) as first_steps from step;

create table resource as
with numbered as (
    select unnest(range(shifts() * (always + 1))) as resource from resource_count
), offered as (
    select resource, catalogue.* from numbered
    -- Each service has its first resource before any has its second.
    join (select *, row_number() over (order by part, product, usage_type) - 1 as ticket, count(*) over () as tickets
          from (select *, unnest(range(weight)) as part from offer)) as catalogue on ticket = resource % tickets
), owned as (
    select offered.* exclude (weight, part, ticket, tickets), company.* exclude (weight, part, ticket, tickets)
    from offered
    join (select *, row_number() over (order by account, part) - 1 as ticket, count(*) over () as tickets
          from (select *, unnest(range(weight)) as part from account)) as company
    on company.ticket = hash(getvariable('seed'), 'account', resource) % company.tickets
), teamed as (
    select owned.*, coalesce(team, 'platform') as team
    from owned left join (select *, row_number() over (partition by domain order by team) - 1 as place from team) as people
    on people.domain = owned.domain and people.place = draw('team', resource) % 2
)
select *, if(draw('region', resource) < 7000, 'SAE1', 'USE1') as prefix,
       if(prefix = 'SAE1', 'sa-east-1', 'us-east-1') as region,
       'arn:aws:' || arn || ':' || region || ':' || account || ':' || team || '-' || lower(family[1:3]) || resource as resource_arn,
       amount * (0.4 + draw('size', resource) / 5000) as hourly,
       usage_type not in ('NatGateway-Hours', 'LoadBalancerUsage', 'NodeUsage:cache.r6g.large', 'Kafka.m5.large',
           'AmazonEKS-Hours:perCluster', 'EBS:VolumeUsage.gp3', 'TimedStorage-ByteHrs', 'CW:MetricMonitorUsage') as follows_orders,
       -- AWS bills some of it cheaper when it delivers the month again.
       if(getvariable('restated') and product in ('AmazonS3', 'AWSDataTransfer') and draw('restated', resource) < 1500,
           0.9, 1) as restated,
       case when draw('tagged', resource) < 1500 then map([]::varchar[], []::varchar[])
            when draw('form', resource) < 5000 then map(['user_team', 'user_domain', 'user_environment'], [
                case when draw('typo', resource) < 300 then upper(team)
                     when draw('typo', resource) < 600 then replace(team, 'e', 'ee') else team end, domain, environment])
            when draw('form', resource) < 6500 then map(['user:team'], [
                case when draw('typo', resource) < 500 then team || ' ' else team end])
            else map(['user:team', 'user:domain', 'user:environment'], [team, domain,
                if(draw('typo', resource) < 500, environment[1:4], environment)]) end as tags
from teamed;
