-- The least that daily facts need: every line once, by the keys that pages ask for, costs as decimals.
create or replace temp table bare_aggregate as
select cast(line_item_usage_start_date as date) as date, line_item_usage_account_id as account,
       line_item_product_code as service,
       coalesce(resource_tags['aws:eks:namespace'], resource_tags['aws_eks_namespace']) as namespace,
       coalesce(resource_tags['user:team'], resource_tags['user_team']) as team,
       sum(cast(line_item_unblended_cost as decimal(38, 12))) as unblended,
       sum(cast(line_item_net_unblended_cost as decimal(38, 12))) as net,
       sum(cast(pricing_public_on_demand_cost as decimal(38, 12))) as list,
       sum(cast(split_line_item_split_cost as decimal(38, 12))) as split
from read_parquet(getvariable('files')) group by all;
