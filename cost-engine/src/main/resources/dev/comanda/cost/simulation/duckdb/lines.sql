-- The lines of a part of the month, as the files of the export have them.

create macro node_lines_of(first, last) as table
select node_step.node, node_step.hours, node.* exclude (node), step.*,
       'i-0' || left(md5(concat_ws('/', getvariable('seed'), node_step.node, release)), 16) as instance,
       hours * covered as covered_hours,
       cast(hours * covered * on_demand as decimal(18, 10)) as covered_cost,
       cast(hours * covered * savings_plan as decimal(18, 10)) as effective_cost,
       cast(hours * (1 - covered) * if(is_spot, spot, on_demand) as decimal(18, 10)) as other_cost,
       cast(hours * on_demand as double) as list_cost,
       cast(effective_cost + other_cost as double) as amortized_cost
from node_step join node on node.node = node_step.node join step on step.step = node_step.step
where node_step.step >= first and node_step.step < last and is_billed;

create macro instance_lines(first, last) as table
select instance || line as line_key, step.time_interval as identity_time_interval, starts as line_item_usage_start_date,
       ends as line_item_usage_end_date, account as line_item_usage_account_id, 'AmazonEC2' as line_item_product_code,
       line as line_item_line_item_type, 'RunInstances' as line_item_operation, instance as line_item_resource_id,
       prefix || if(is_spot, '-SpotUsage:', '-BoxUsage:') || instance_type as line_item_usage_type,
       region as product_region_code, region || 'a' as line_item_availability_zone, instance_type as product_instance_type,
       'Compute Instance' as product_product_family, 'Hrs' as pricing_unit,
       if(is_spot, 'Spot', if(line = 'Usage', 'OnDemand', null)) as pricing_term,
       cast(if(line = 'Usage', hours - covered_hours, covered_hours) as double) as line_item_usage_amount,
       cast(case line when 'Usage' then other_cost when 'SavingsPlanNegation' then -covered_cost else covered_cost end as double)
           as line_item_unblended_cost,
       cast(case line when 'Usage' then (hours - covered_hours) * on_demand
            when 'SavingsPlanNegation' then 0 else covered_cost end as double) as pricing_public_on_demand_cost,
       cast(if(is_spot, spot, on_demand) as varchar) as line_item_unblended_rate,
       if(line = 'Usage', null, cast(savings_plan as varchar)) as savings_plan_savings_plan_rate,
       if(line = 'Usage', null, arn) as savings_plan_savings_plan_a_r_n,
       if(line = 'Usage', null, 'ComputeSavingsPlans') as savings_plan_offering_type,
       if(line = 'SavingsPlanCoveredUsage', cast(effective_cost as double), null) as savings_plan_savings_plan_effective_cost,
       if(line = 'SavingsPlanCoveredUsage', round(cast(effective_cost as double) * 0.91, 10), null)
           as savings_plan_net_savings_plan_effective_cost,
       if(line = 'SavingsPlanNegation', null, map(
           if(prefix = 'USE1', ['aws_eks_cluster_name', 'user_team'], ['aws:eks:cluster-name', 'user:team']),
           [cluster, if(by_night, 'data-platform', 'platform')])) as resource_tags
from (select step.*, unnest(case when covered = 0 then ['Usage']
        when covered < 1 then ['Usage', 'SavingsPlanCoveredUsage', 'SavingsPlanNegation']
        else ['SavingsPlanCoveredUsage', 'SavingsPlanNegation'] end) as line
      from node_lines_of(first, last) as step) as step
left join savings_plan using (plan);

-- Who runs where does not change within a release.
create macro placed_pods(first, last) as table
select node, release, place, namespace, account,
       workload || '-' || if(workload_type in ('ReplicaSet', 'Job'), left(id, 9) || '-', '') || substr(id, 10, 5) as pod,
       'arn:aws:eks:' || region || ':' || account || ':pod/' || cluster || '/' || namespace || '/' || pod || '/'
           || id[1:8] || '-' || id[9:12] || '-' || id[13:16] || '-' || id[17:20] || '-' || id[21:32] as arn,
       round(cpu * (0.45 + draw('cpu', id) / 25000) / pods_per_node(), 3) as cpu_request,
       round(gigabytes * (0.45 + draw('memory', id) / 25000) / pods_per_node(), 3) as memory_request,
       map(if(prefix = 'USE1',
               ['aws_eks_cluster_name', 'aws_eks_namespace', 'aws_eks_node', 'aws_eks_workload_type', 'aws_eks_workload_name', 'aws_eks_deployment'],
               ['aws:eks:cluster-name', 'aws:eks:namespace', 'aws:eks:node', 'aws:eks:workload-type', 'aws:eks:workload-name', 'aws:eks:deployment']),
           [cluster, namespace, instance, workload_type,
            if(workload_type = 'ReplicaSet', workload || '-' || left(id, 9), workload),
            if(workload_type = 'ReplicaSet', workload, '')]) as tags
from (select *, unnest(range(pods_per_node())) as place,
             md5(concat_ws('/', getvariable('seed'), 'pod', node, release, place)) as id,
             if(by_night, 'data', 'market') as kind, draw('workload', id) % 100 as ticket,
             draw('cell', id) % cells() as cell
      from (select distinct node, release, cluster, account, region, prefix, instance, cpu, gigabytes, by_night
            from node_lines_of(first, last)))
join workload_ticket using (kind, ticket, cell);

-- An instance's amortised cost goes by 9 to 1 to its processors and its memory (AWS, "Understanding split cost allocation data").
create macro pod_lines(first, last) as table
with host as materialized (from node_lines_of(first, last)), pod as materialized (from placed_pods(first, last)
), used as (
    select host.node, host.step, pod.release, pod.place,
           least(1, 0.3 + 0.8 * if(by_night, 1 - load, load) * draw('use', hash(node, release, place, step)) / 5000) as busy,
           cpu_request * hours as cpu_reserved, memory_request * hours as memory_reserved,
           greatest(cpu_request, round(cpu_request * busy * 1.05, 4)) * hours as cpu_split,
           greatest(memory_request, round(memory_request * busy * 1.02, 4)) * hours as memory_split
    from host join pod using (node, release)
), shared as (
    select *, sum(cpu_split) over hosts as cpu_used, sum(memory_split) over hosts as memory_used
    from used window hosts as (partition by node, step)
), each_part as (
    select *, unnest(['vCPU', 'GB']) as part, unnest([cpu_split, memory_split]) as split_usage,
           unnest([cpu_reserved, memory_reserved]) as reserved, unnest([cpu_used, memory_used]) as all_used,
           unnest([9, 1]) as weight
    from shared
), priced as (
    select *, hours * if(part = 'vCPU', cpu, gigabytes) as capacity,
           amortized_cost / (hours * (gigabytes + 9 * cpu)) as unit_cost,
           list_cost / (hours * (gigabytes + 9 * cpu)) as list_unit_cost,
           split_usage * weight as weighted, greatest(0, capacity / all_used - 1) as unused
    from each_part join host using (node, step)
)
select arn || part as line_key, time_interval as identity_time_interval, starts as line_item_usage_start_date,
       ends as line_item_usage_end_date, priced.account as line_item_usage_account_id, 'AmazonEKS' as line_item_product_code,
       'Usage' as line_item_line_item_type, 'EKSPod-EC2' as line_item_operation, arn as line_item_resource_id,
       prefix || if(part = 'vCPU', '-EKS-EC2-vCPU-Hours', '-EKS-EC2-GB-Hours') as line_item_usage_type,
       region as product_region_code, 'EKS Split Cost Allocation' as product_product_family,
       if(part = 'vCPU', 'vCPU-Hours', 'GB-Hours') as pricing_unit,
       round(split_usage, 6) as line_item_usage_amount, 0.0::double as line_item_unblended_cost, tags as resource_tags,
       instance as split_line_item_parent_resource_id, round(reserved, 6) as split_line_item_reserved_usage,
       round(reserved * busy, 6) as split_line_item_actual_usage, round(split_usage, 6) as split_line_item_split_usage,
       round(split_usage / capacity, 8) as split_line_item_split_usage_ratio,
       round(weighted * unit_cost, 10) as split_line_item_split_cost,
       round(weighted * unused * unit_cost, 10) as split_line_item_unused_cost,
       round(weighted * list_unit_cost, 10) as split_line_item_public_on_demand_split_cost,
       round(weighted * unused * list_unit_cost, 10) as split_line_item_public_on_demand_unused_cost
from priced join pod on pod.node = priced.node and pod.release = priced.release and pod.place = priced.place;

create macro plan_lines(first, last) as table
select arn as line_key, time_interval as identity_time_interval, starts as line_item_usage_start_date,
       ends as line_item_usage_end_date, '100000000006' as line_item_usage_account_id,
       'ComputeSavingsPlans' as line_item_product_code, 'SavingsPlanRecurringFee' as line_item_line_item_type,
       'ComputeSP:1yr' || replace(payment, ' ', '') as line_item_usage_type, 'Hrs' as pricing_unit,
       getvariable('grain')::double as line_item_usage_amount,
       cast((commitment - upfront) * getvariable('grain') as double) as line_item_unblended_cost,
       arn as savings_plan_savings_plan_a_r_n, 'ComputeSavingsPlans' as savings_plan_offering_type,
       payment as savings_plan_payment_option, '1yr' as savings_plan_purchase_term,
       cast(commitment * getvariable('grain') as double) as savings_plan_total_commitment_to_date,
       cast(used as double) as savings_plan_used_commitment,
       cast(upfront * getvariable('grain') as double) as savings_plan_amortized_upfront_commitment_for_billing_period,
       line_item_unblended_cost as savings_plan_recurring_commitment_for_billing_period
from plan_step join savings_plan using (plan) join step using (step)
where step >= first and step < last and is_billed;

create macro database_lines(first, last) as table
select name as line_key, time_interval as identity_time_interval, starts as line_item_usage_start_date,
       ends as line_item_usage_end_date, account as line_item_usage_account_id, 'AmazonRDS' as line_item_product_code,
       if(is_reserved, 'DiscountedUsage', 'Usage') as line_item_line_item_type, 'CreateDBInstance:0014' as line_item_operation,
       'arn:aws:rds:sa-east-1:' || account || ':db:' || name as line_item_resource_id,
       'SAE1-InstanceUsage:db.r6g.xl' as line_item_usage_type, 'sa-east-1' as product_region_code,
       'db.r6g.xlarge' as product_instance_type, 'Database Instance' as product_product_family, 'Hrs' as pricing_unit,
       if(is_reserved, 'Reserved', 'OnDemand') as pricing_term, hours::double as line_item_usage_amount,
       if(is_reserved, 0, hours * 0.718)::double as line_item_unblended_cost,
       hours * 0.718::double as pricing_public_on_demand_cost,
       if(is_reserved, arn, null) as reservation_reservation_a_r_n,
       if(is_reserved, (recurring + upfront) * hours, null)::double as reservation_effective_cost,
       if(is_reserved, (recurring + upfront) * hours, null)::double as reservation_net_effective_cost,
       if(is_reserved, upfront * hours, null)::double as reservation_amortized_upfront_cost_for_usage,
       if(is_reserved, recurring * hours, null)::double as reservation_recurring_fee_for_usage,
       map(['user_team', 'user_domain', 'user_environment'], [domain, domain, environment]) as resource_tags
from database join database_step using (name) join step using (step)
where step >= first and step < last and is_billed;

create macro resource_lines(first, last) as table
select concat_ws('/', 'resource', resource) as line_key, time_interval as identity_time_interval, starts as line_item_usage_start_date,
       ends as line_item_usage_end_date, account as line_item_usage_account_id, product as line_item_product_code,
       'Usage' as line_item_line_item_type, operation as line_item_operation, resource_arn as line_item_resource_id,
       prefix || '-' || usage_type as line_item_usage_type, region as product_region_code,
       family as product_product_family, unit as pricing_unit, 'OnDemand' as pricing_term,
       round(hourly * getvariable('grain') * if(follows_orders,
           load * (0.8 + draw('noise', hash(resource, step)) / 25000), 1), 6)::double as line_item_usage_amount,
       round(line_item_usage_amount * price::double * restated::double, 10) as line_item_unblended_cost,
       round(line_item_usage_amount * price::double, 10) as pricing_public_on_demand_cost,
       price::varchar as line_item_unblended_rate, tags as resource_tags,
       map(['total_discount'], [(-round(line_item_unblended_cost * 0.09, 10))::varchar]) as discount
from resource, step, resource_count
where step >= first and step < last and is_billed and resource // shifts() < always + if(step < first_steps, 1, 0)
    and resource % shifts() = step % 24 // 8 % shifts();

create macro hourly_lines(first, last) as table
from instance_lines(first, last) union all by name from pod_lines(first, last) union all by name from plan_lines(first, last)
union all by name from database_lines(first, last) union all by name from resource_lines(first, last);

-- The lines of a view, with what every line of an export has.
create macro export_lines(lines_view) as table
from export_column union all by name
select lines.* exclude (line_key),
       md5(concat_ws('/', getvariable('seed'), line_key, line_item_line_item_type, identity_time_interval)) as identity_line_item_id,
       'Anniversary' as bill_bill_type, 'AWS' as bill_billing_entity, 'Amazon Web Services, Inc.' as bill_invoicing_entity,
       'Amazon Web Services, Inc.' as line_item_legal_entity, '100000000000' as bill_payer_account_id, 'comanda' as bill_payer_account_name,
       getvariable('month') as bill_billing_period_start_date, getvariable('month') + interval 1 month as bill_billing_period_end_date,
       'USD' as line_item_currency_code, line_item_unblended_cost as line_item_blended_cost,
       line_item_product_code as product_servicecode, account_name as line_item_usage_account_name,
       case when line_item_line_item_type in ('EdpDiscount', 'SavingsPlanUpfrontFee') then 0
            when line_item_line_item_type in ('Tax', 'Credit', 'Refund', 'Fee', 'RIFee') then line_item_unblended_cost
            else round(line_item_unblended_cost * 0.91, 10) end as line_item_net_unblended_cost,
       map(['Domain', 'Environment'], [domain, environment]) as cost_category,
       if(line_item_product_code = 'AmazonEKS', null,
           map(['product_name', 'region'], [line_item_product_code, coalesce(product_region_code, '')])) as product
from query_table(lines_view) as lines join account on account = line_item_usage_account_id;
