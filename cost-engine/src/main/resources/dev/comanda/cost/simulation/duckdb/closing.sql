-- What is billed for the month as a whole; discounts and tax follow from the lines that were written.

create macro spend() as table
select line_item_usage_account_id as account, line_item_product_code as product,
       sum(cast(line_item_unblended_cost as decimal(38, 10))) as gross,
       sum(cast(line_item_unblended_cost - line_item_net_unblended_cost as decimal(38, 10))) as discount
from read_parquet(getvariable('written')) group by all;

create macro discount_lines() as table
select concat_ws('/', 'discount', account, product) as line_key, account as line_item_usage_account_id,
       product as line_item_product_code, 'EdpDiscount' as line_item_line_item_type,
       'Enterprise discount of 9 %' as line_item_line_item_description, -round(discount, 6)::double as line_item_unblended_cost
from spend() where round(discount, 6) > 0;

create macro tax_lines() as table
select concat_ws('/', 'tax', account, product) as line_key, account as line_item_usage_account_id,
       product as line_item_product_code, 'Tax' as line_item_line_item_type, 'VAT' as line_item_tax_type,
       'Tax for product code ' || product as line_item_line_item_description,
       round(0.1375 * (gross - discount), 2)::double as line_item_unblended_cost
from spend() where gross - discount >= 1;

create macro fee_lines() as table
select 'support' as line_key, '100000000006' as line_item_usage_account_id, 'AWSSupportBusiness' as line_item_product_code,
       'Fee' as line_item_line_item_type, 'Business support' as line_item_line_item_description,
       greatest(100, ceil(sum(gross) * 0.03))::double as line_item_unblended_cost, '' as reservation_reservation_a_r_n,
       null::double as reservation_upfront_value, null::varchar as savings_plan_savings_plan_a_r_n
from spend()
union all
select 'registrar', '100000000008', 'AmazonRegistrar', 'Fee', 'Renewal of comanda.example', 13, '', null, null
union all
-- A twelfth of what is reserved is renewed each month.
select arn, account, 'AmazonRDS', 'Fee', 'Sign up charge for ' || arn, ceil(upfront * quantity * 730)::double, arn,
       ceil(upfront * quantity * 730)::double, null
from reservation
union all
select arn, '100000000006', 'ComputeSavingsPlans', 'SavingsPlanUpfrontFee', 'Upfront fee of ' || arn,
       ceil(upfront * 730)::double, null, null, arn
from savings_plan where upfront > 0;

create macro reservation_lines() as table
select arn as line_key, account as line_item_usage_account_id, 'AmazonRDS' as line_item_product_code,
       'RIFee' as line_item_line_item_type, 'SAE1-InstanceUsage:db.r6g.xl' as line_item_usage_type,
       'sa-east-1' as product_region_code, 'Hrs' as pricing_unit, 'Reserved' as pricing_term,
       'Recurring fee of ' || arn as line_item_line_item_description, arn as reservation_reservation_a_r_n,
       quantity::varchar as reservation_number_of_reservations, (quantity * hours)::double as line_item_usage_amount,
       (recurring * quantity * hours)::double as line_item_unblended_cost,
       (upfront * quantity * hours)::double as reservation_amortized_upfront_fee_for_billing_period,
       (quantity * hours - used)::double as reservation_unused_quantity,
       (upfront * (quantity * hours - used))::double as reservation_unused_amortized_upfront_fee_for_billing_period,
       (recurring * (quantity * hours - used))::double as reservation_unused_recurring_fee,
       reservation_unused_amortized_upfront_fee_for_billing_period as reservation_net_unused_amortized_upfront_fee_for_billing_period,
       reservation_unused_recurring_fee as reservation_net_unused_recurring_fee
from reservation
join (select arn, coalesce(sum(database_step.hours), 0) as used
      from database join database_step using (name) join step using (step) where is_reserved and is_billed group by arn)
    using (arn)
cross join (select date_diff('hour', min(starts), max(ends)) as hours from step where is_billed);

-- The first three are of every bill; AWS gives the others when it delivers the month again.
create macro credit_lines() as table
select concat_ws('/', 'credit', number) as line_key, account as line_item_usage_account_id, product as line_item_product_code,
       type as line_item_line_item_type, description as line_item_line_item_description, cost::double as line_item_unblended_cost
from (values
    (1, '100000000001', 'AmazonEC2', 'Credit', 'Migration programme', -120.5, false),
    (2, '100000000007', 'AmazonMSK', 'Credit', 'Migration programme', -64.25, false),
    (3, '100000000004', 'AmazonS3', 'Refund', 'Requests charged twice', -1.75, false),
    (4, '100000000002', 'AmazonDynamoDB', 'Credit', 'Service level agreement', -18.75, true),
    (5, '100000000003', 'AmazonElastiCache', 'Credit', 'Service level agreement', -7.5, true),
    (6, '100000000008', 'AmazonVPC', 'Refund', 'Bytes between zones', -3.25, true))
    as given (number, account, product, type, description, cost, is_late)
where getvariable('restated') or not is_late;

create macro closing_lines() as table
select * replace (coalesce(line_item_usage_type, line_item_product_code) as line_item_usage_type),
       month.starts as line_item_usage_start_date, month.ends as line_item_usage_end_date,
       strftime(month.starts, '%Y-%m-%dT%H:%M:%SZ') || '/' || strftime(month.ends, '%Y-%m-%dT%H:%M:%SZ') as identity_time_interval
from (from reservation_lines() union all by name from fee_lines() union all by name from credit_lines()
      union all by name from discount_lines() union all by name from tax_lines()) as closing,
     (select min(starts) as starts, max(ends) as ends from step where is_billed) as month;
