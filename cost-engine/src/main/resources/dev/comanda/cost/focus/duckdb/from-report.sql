-- Lines of a Cost and Usage Report as FOCUS 1.2 has them.
-- Meanings of the report's columns: AWS, "Cost and Usage Report data dictionary"; rules: FOCUS specification 1.2, "Columns".

-- The fee of a commitment is a purchase, which costs nothing amortised, and what of it nobody used is usage that is not billed.
line as (
    select *, charge_type in ('SavingsPlanRecurringFee', 'RIFee') as is_fee,
           unnest(case when charge_type in ('SavingsPlanRecurringFee', 'RIFee') and (amortized <> 0 or net_amortized <> 0)
                  then [false, true] else [false] end) as is_unused
    from exported
),

kind as (
    select *, coalesce(savings_plan, reservation) as commitment, coalesce(pod, resource) as resource_id,
           coalesce(charge_type, '') = 'Refund' as is_refund,
           try_cast(split_part(time_interval, '/', 2) as timestamp) as interval_ends,
           case when is_unused then 'Usage'
                when charge_type in ('Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage', 'SavingsPlanNegation') then 'Usage'
                when charge_type in ('Fee', 'RIFee', 'SavingsPlanRecurringFee', 'SavingsPlanUpfrontFee', 'FlatRateSubscription')
                    then 'Purchase'
                when charge_type = 'Refund' then if(upfront <> 0, 'Purchase', 'Usage')
                when charge_type in ('Tax', 'Credit') then charge_type
                else 'Adjustment' end as category
    from line
),

counted as (
    select *,
           cast(if(is_unused, 0, unblended) as decimal(38, 12)) as billed_cost,
           cast(if(is_fee and not is_unused, 0, amortized) as decimal(38, 12)) as effective_cost,
           cast(if(is_fee and not is_unused, 0, net_amortized) as decimal(38, 12)) as net_effective_cost,
           cast(if(is_unused, 0, list) as decimal(38, 12)) as list_cost,
           cast(if(is_unused, 0, contracted) as decimal(38, 12)) as contracted_cost,
           coalesce(priced, 0) = 0 and (list <> 0 or contracted <> 0) as is_uncounted,
           -- A unit price is never negative, so that what is taken back is a negative quantity.
           case when category not in ('Usage', 'Purchase') then null
                when is_unused then 0
                when coalesce(priced, 0) = 0 and (list <> 0 or contracted <> 0) then 1
                else abs(coalesce(priced, 0)) end
               * if(coalesce(nullif(list, 0), contracted) < 0, -1, 1) as pricing_quantity,
           case when category <> 'Usage' or is_unused then null
                when charge_type = 'SavingsPlanNegation' then 0
                else coalesce(consumed, 0) end as consumed_quantity,
           case when category not in ('Usage', 'Purchase') then null
                when savings_plan is not null and category = 'Purchase' then coalesce(nullif(committed, 0), unblended)
                when savings_plan is not null then amortized
                when reservation is not null and is_unused then coalesce(unused, 0)
                when reservation is not null then coalesce(priced, 0) end as commitment_quantity
    from kind
),

rated as (
    select *,
           case when pricing_quantity is null then null
                when pricing_quantity = 0 then coalesce(greatest(try_cast(public_rate as decimal(38, 18)), 0), 0)
                when abs(try_cast(public_rate as double) * pricing_quantity - list_cost) <= 1e-9
                    then try_cast(public_rate as decimal(38, 18))
                else try_cast(cast(list_cost as double) / cast(pricing_quantity as double) as decimal(38, 18)) end as list_price,
           case when pricing_quantity is null then null
                when pricing_quantity = 0 then coalesce(greatest(try_cast(public_rate as decimal(38, 18)), 0), 0)
                when contracted_cost = list_cost and abs(try_cast(public_rate as double) * pricing_quantity - list_cost) <= 1e-9
                    then try_cast(public_rate as decimal(38, 18))
                else try_cast(cast(contracted_cost as double) / cast(pricing_quantity as double) as decimal(38, 18)) end
               as contracted_price
    from counted
),

named as (
    select rated.*, coalesce(known.service, product_name, rated.service, 'Unknown') as service_name, place.name as region_name
    from rated
    left join focus_service as known on known.product_code = rated.service
    left join focus_region as place on place.region = rated.region
),

told as (
    select named.*, coalesce(class.category, 'Other') as service_category,
           coalesce(class.subcategory, 'Other (Other)') as service_subcategory
    from named
    left join (select distinct service, category, subcategory from focus_service) as class
        on class.service = named.service_name
)

select
    zone as "AvailabilityZone",
    billed_cost as "BilledCost",
    coalesce(payer, account, 'Unknown') as "BillingAccountId",
    payer_name as "BillingAccountName",
    'AWS Account' as "BillingAccountType",
    coalesce(nullif(currency, ''), 'XXX') as "BillingCurrency",
    capacity_reservation as "CapacityReservationId",
    if(capacity_reservation is not null and category = 'Usage', if(capacity_status ilike '%unused%', 'Unused', 'Used'), null)
        as "CapacityReservationStatus",
    category as "ChargeCategory",
    if(is_refund, 'Correction', null) as "ChargeClass",
    coalesce(description, usage_type, charge_type) as "ChargeDescription",
    case when is_refund then 'One-Time'
         when category in ('Usage', 'Adjustment') then 'Usage-Based'
         when is_fee or charge_type = 'FlatRateSubscription' then 'Recurring'
         when charge_type = 'Fee' and reservation is null and service like 'AWSSupport%' then 'Recurring'
         else 'One-Time' end as "ChargeFrequency",
    coalesce(if(ends > starts, ends, null), if(interval_ends > starts, interval_ends, null), starts + interval 1 hour)
        at time zone 'UTC' as "ChargePeriodEnd",
    starts at time zone 'UTC' as "ChargePeriodStart",
    case when savings_plan is not null then 'Spend' when reservation is not null then 'Usage' end as "CommitmentDiscountCategory",
    commitment as "CommitmentDiscountId",
    null as "CommitmentDiscountName",
    if(commitment is null, null, commitment_quantity) as "CommitmentDiscountQuantity",
    if(commitment is not null and category = 'Usage', if(is_unused, 'Unused', 'Used'), null) as "CommitmentDiscountStatus",
    case when savings_plan is not null then 'Savings Plan' when reservation is not null then 'Reserved Instance' end
        as "CommitmentDiscountType",
    case when commitment_quantity is null then null
         when savings_plan is not null then coalesce(nullif(currency, ''), 'XXX')
         when reservation is not null then 'Hours' end as "CommitmentDiscountUnit",
    consumed_quantity as "ConsumedQuantity",
    if(consumed_quantity is null, null, coalesce(unit, 'Units')) as "ConsumedUnit",
    contracted_cost as "ContractedCost",
    if(contracted_price >= 0, contracted_price, null) as "ContractedUnitPrice",
    effective_cost as "EffectiveCost",
    invoice as "InvoiceId",
    coalesce(invoicing_entity, 'Amazon Web Services, Inc.') as "InvoiceIssuerName",
    list_cost as "ListCost",
    if(list_price >= 0, list_price, null) as "ListUnitPrice",
    case when category = 'Usage' and commitment is not null then 'Committed'
         when category = 'Usage' and (usage_type like '%SpotUsage%' or pricing_term = 'Spot') then 'Dynamic'
         when category in ('Usage', 'Purchase') then 'Standard' end as "PricingCategory",
    coalesce(nullif(currency, ''), 'XXX') as "PricingCurrency",
    if(contracted_price >= 0, contracted_price, null) as "PricingCurrencyContractedUnitPrice",
    effective_cost as "PricingCurrencyEffectiveCost",
    if(list_price >= 0, list_price, null) as "PricingCurrencyListUnitPrice",
    pricing_quantity as "PricingQuantity",
    if(pricing_quantity is null, null, if(is_uncounted, 'Units', coalesce(unit, 'Units'))) as "PricingUnit",
    'AWS' as "ProviderName",
    coalesce(legal_entity, nullif(billing_entity, 'AWS'), 'Amazon Web Services, Inc.') as "PublisherName",
    region as "RegionId",
    coalesce(region_name, region) as "RegionName",
    resource_id as "ResourceId",
    case when resource_id is null then null
         when resource_id like '%:pod/%' then nullif(split_part(resource_id, '/', 4), '')
         else nullif(nullif(coalesce(json_extract_string(tags, '$.Name'), json_extract_string(tags, '$.name')), ''), resource_id)
         end as "ResourceName",
    case when resource_id is null then null
         when resource_id like '%:pod/%' then 'Kubernetes Pod'
         when resource_id like 'arn:aws:ecs:%:task/%' then 'ECS Task'
         when resource_id like 'i-%' then 'Instance'
         when resource_id like 'vol-%' then 'Volume'
         when resource_id like 'snap-%' then 'Snapshot'
         when resource_id like 'nat-%' then 'NAT Gateway'
         when resource_id like 'arn:%:%:%:%:%:%' then split_part(resource_id, ':', 6)
         when resource_id like 'arn:%:%:%:%:%/%' then split_part(split_part(resource_id, ':', 6), '/', 1)
         when resource_id like 'arn:%:%:%' then coalesce(nullif(split_part(resource_id, ':', 3), ''), 'Resource')
         when service = 'AmazonS3' then 'Bucket'
         else coalesce(product_family, 'Resource') end as "ResourceType",
    service_category as "ServiceCategory",
    service_name as "ServiceName",
    service_subcategory as "ServiceSubcategory",
    case when category = 'Tax' then null
         when category in ('Usage', 'Purchase') then coalesce(sku, usage_type, service, charge_type)
         else sku end as "SkuId",
    case when category = 'Tax' then null
         when category in ('Usage', 'Purchase') then coalesce(usage_type, sku, service, charge_type)
         when sku is not null then coalesce(usage_type, sku) end as "SkuMeter",
    case when category = 'Tax' or (price_id is null and category not in ('Usage', 'Purchase')) then null
         else nullif('{' || concat_ws(',',
             '"InstanceType":' || to_json(instance_type),
             '"OperatingSystem":' || to_json(operating_system),
             '"CoreCount":' || try_cast(vcpu as integer),
             '"MemorySize":' || try_cast(replace(split_part(memory, ' GiB', 1), ',', '') as double)) || '}', '{}') end
        as "SkuPriceDetails",
    case when category = 'Tax' then null
         when category in ('Usage', 'Purchase') then coalesce(price_id, sku, usage_type, service, charge_type)
         else price_id end as "SkuPriceId",
    account as "SubAccountId",
    if(account is null, null, coalesce(account_name, account)) as "SubAccountName",
    if(account is null, null, 'AWS Account') as "SubAccountType",
    case when pod_tags is null then tags
         when tags is null then pod_tags
         else cast(json_merge_patch(tags, pod_tags) as varchar) end as "Tags",
    cluster as "x_Cluster",
    categories as "x_CostCategories",
    nullif(domain, 'unallocated') as "x_Domain",
    nullif(environment, 'unallocated') as "x_Environment",
    line as "x_LineItemId",
    charge_type as "x_LineItemType",
    namespace as "x_Namespace",
    net_effective_cost as "x_NetEffectiveCost",
    operation as "x_Operation",
    if(pod is null, null, resource) as "x_ParentResourceId",
    pod_usage_type as "x_PodUsageType",
    service as "x_ServiceCode",
    shared_by_rule as "x_SharedBy",
    nullif(team, 'unallocated') as "x_Team",
    usage_type as "x_UsageType",
    workload as "x_Workload",
    sorted_at, of_file, of_row, bearer_number, is_unused
from told
