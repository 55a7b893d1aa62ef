-- The least that daily facts need: every line once, by the keys of facts that lines have, costs as decimals.
create or replace temp table bare_aggregate as
select cast(line_item_usage_start_date as date) as date, line_item_usage_account_id as account,
       line_item_product_code as service, product_region_code as region, line_item_line_item_type as charge_type,
       if(contains(line_item_resource_id, ':pod/'), split_part(line_item_resource_id, '/', 2), null) as cluster,
       if(contains(line_item_resource_id, ':pod/'), split_part(line_item_resource_id, '/', 3), null) as namespace,
       coalesce(resource_tags['user:team'], resource_tags['user_team']) as team,
       sum(cast(line_item_unblended_cost as decimal(38, 12))) as unblended,
       sum(cast(line_item_net_unblended_cost as decimal(38, 12))) as net,
       sum(cast(savings_plan_savings_plan_effective_cost as decimal(38, 12))) as effective,
       sum(cast(pricing_public_on_demand_cost as decimal(38, 12))) as list,
       sum(cast(split_line_item_split_cost as decimal(38, 12))) as split
from read_parquet(getvariable('files')) group by all;
