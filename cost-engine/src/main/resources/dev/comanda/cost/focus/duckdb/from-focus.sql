-- Lines of FOCUS 1.0 to 1.2 as FOCUS 1.2 has them (FOCUS specification 1.2, "Columns"). What a line says is taken over; what it must say
-- and does not is what follows from the rest of it.

kind as (
    select *, false as is_unused, coalesce(nullif(currency, ''), 'XXX') as billing_currency,
           coalesce(service, 'Unknown') as service_name,
           if(charge_type in ('Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'), charge_type, 'Adjustment') as category,
           "has:CommitmentDiscountId" as commitment,
           if("has:ChargeClass" = 'Correction', 'Correction', null) as charge_class,
           if(coalesce("has:PricingCurrency", nullif(currency, ''), 'XXX') = coalesce(nullif(currency, ''), 'XXX'), true, false)
               as is_billed_as_priced
    from exported
),

counted as (
    select *,
           coalesce(if("has:CommitmentDiscountCategory" in ('Spend', 'Usage'), "has:CommitmentDiscountCategory", null),
                    if(commitment ilike '%savings%' or "has:CommitmentDiscountType" ilike '%savings%', 'Spend', 'Usage'))
               as commitment_category,
           case when category <> 'Usage' or commitment is null then null
                when "has:CommitmentDiscountStatus" in ('Used', 'Unused') then "has:CommitmentDiscountStatus"
                else 'Used' end as commitment_status,
           case when category = 'Tax' then null
                when category not in ('Usage', 'Purchase') then priced
                when coalesce(priced, 0) = 0 and (list <> 0 or contracted <> 0) and charge_class is null
                    then if(coalesce(nullif(list, 0), contracted) < 0, -1, 1)
                else coalesce(priced, if(charge_class is null, 0, null)) end as pricing_quantity
    from kind
),

quantified as (
    select *,
           case when category <> 'Usage' or commitment_status = 'Unused' then null
                else coalesce(consumed, if(charge_class is null, 0, null)) end as consumed_quantity,
           case when commitment is null or category not in ('Usage', 'Purchase') then null
                when committed is not null or charge_class is not null then committed
                when commitment_category = 'Spend' and category = 'Usage' then amortized
                when commitment_category = 'Spend' then unblended
                else coalesce(consumed, priced, 0) end as commitment_quantity,
           coalesce("has:ListUnitPrice", try_cast(cast(list as double) / nullif(cast(pricing_quantity as double), 0) as decimal(38, 18)),
                    if(pricing_quantity = 0, 0, null)) as list_price,
           coalesce("has:ContractedUnitPrice",
                    try_cast(cast(contracted as double) / nullif(cast(pricing_quantity as double), 0) as decimal(38, 18)),
                    if(pricing_quantity = 0, 0, null)) as contracted_price
    from counted
),

priced_lines as (
    select *,
           if(category = 'Tax' or list_price < 0, null, list_price) as list_unit_price,
           if(category = 'Tax' or contracted_price < 0, null, contracted_price) as contracted_unit_price
    from quantified
),

told as (
    select priced_lines.*, place.name as region_name,
           if(exists (from focus_subcategory as allowed where allowed.category = "has:ServiceCategory"),
              "has:ServiceCategory", coalesce(known.category, 'Other')) as service_category,
           known.subcategory as known_subcategory
    from priced_lines
    left join (select distinct service, category, subcategory from focus_service) as known
        on known.service = priced_lines.service_name
    left join focus_region as place on place.region = priced_lines.region
)

select
    "has:AvailabilityZone" as "AvailabilityZone",
    unblended as "BilledCost",
    coalesce("has:BillingAccountId", "has:SubAccountId", 'Unknown') as "BillingAccountId",
    "has:BillingAccountName" as "BillingAccountName",
    coalesce("has:BillingAccountType", 'Account') as "BillingAccountType",
    billing_currency as "BillingCurrency",
    "has:CapacityReservationId" as "CapacityReservationId",
    case when "has:CapacityReservationId" is null then null
         when "has:CapacityReservationStatus" in ('Used', 'Unused') then "has:CapacityReservationStatus"
         when category = 'Usage' then 'Used' end as "CapacityReservationStatus",
    category as "ChargeCategory",
    charge_class as "ChargeClass",
    "has:ChargeDescription" as "ChargeDescription",
    case when "has:ChargeFrequency" in ('One-Time', 'Recurring')
              or ("has:ChargeFrequency" = 'Usage-Based' and category <> 'Purchase') then "has:ChargeFrequency"
         when category = 'Usage' then 'Usage-Based'
         else 'One-Time' end as "ChargeFrequency",
    coalesce(if(ends > starts, ends, null), starts + interval 1 hour) at time zone 'UTC' as "ChargePeriodEnd",
    starts at time zone 'UTC' as "ChargePeriodStart",
    if(commitment is null, null, commitment_category) as "CommitmentDiscountCategory",
    commitment as "CommitmentDiscountId",
    if(commitment is null, null, "has:CommitmentDiscountName") as "CommitmentDiscountName",
    commitment_quantity as "CommitmentDiscountQuantity",
    commitment_status as "CommitmentDiscountStatus",
    if(commitment is null, null, coalesce("has:CommitmentDiscountType",
        if(commitment_category = 'Spend', 'Savings Plan', 'Reserved Instance'))) as "CommitmentDiscountType",
    if(commitment_quantity is null, null, coalesce("has:CommitmentDiscountUnit",
        if(commitment_category = 'Spend', billing_currency, coalesce("has:ConsumedUnit", "has:PricingUnit", 'Units'))))
        as "CommitmentDiscountUnit",
    consumed_quantity as "ConsumedQuantity",
    if(consumed_quantity is null, null, coalesce("has:ConsumedUnit", "has:PricingUnit", 'Units')) as "ConsumedUnit",
    contracted as "ContractedCost",
    contracted_unit_price as "ContractedUnitPrice",
    amortized as "EffectiveCost",
    "has:InvoiceId" as "InvoiceId",
    coalesce("has:InvoiceIssuerName", "has:ProviderName", 'Unknown') as "InvoiceIssuerName",
    list as "ListCost",
    list_unit_price as "ListUnitPrice",
    case when category = 'Tax' then null
         when "has:PricingCategory" in ('Standard', 'Dynamic', 'Committed', 'Other') then "has:PricingCategory"
         when category = 'Usage' and commitment is not null then 'Committed'
         when category in ('Usage', 'Purchase') and charge_class is null then 'Standard' end as "PricingCategory",
    coalesce("has:PricingCurrency", billing_currency) as "PricingCurrency",
    if(category = 'Tax', null, coalesce("has:PricingCurrencyContractedUnitPrice",
        if(is_billed_as_priced, contracted_unit_price, null))) as "PricingCurrencyContractedUnitPrice",
    coalesce(in_pricing_currency, amortized) as "PricingCurrencyEffectiveCost",
    if(category = 'Tax', null, coalesce("has:PricingCurrencyListUnitPrice", if(is_billed_as_priced, list_unit_price, null)))
        as "PricingCurrencyListUnitPrice",
    pricing_quantity as "PricingQuantity",
    if(pricing_quantity is null, null, coalesce("has:PricingUnit", "has:ConsumedUnit", 'Units')) as "PricingUnit",
    coalesce("has:ProviderName", "has:PublisherName", "has:InvoiceIssuerName", 'Unknown') as "ProviderName",
    coalesce("has:PublisherName", "has:ProviderName", "has:InvoiceIssuerName", 'Unknown') as "PublisherName",
    region as "RegionId",
    if(region is null, null, coalesce("has:RegionName", region_name, region)) as "RegionName",
    resource as "ResourceId",
    if(resource is null, null, nullif("has:ResourceName", resource)) as "ResourceName",
    if(resource is null, null, coalesce("has:ResourceType", 'Resource')) as "ResourceType",
    service_category as "ServiceCategory",
    service_name as "ServiceName",
    case when exists (from focus_subcategory as allowed
                      where allowed.category = service_category and allowed.subcategory = "has:ServiceSubcategory")
             then "has:ServiceSubcategory"
         when exists (from focus_subcategory as allowed
                      where allowed.category = service_category and allowed.subcategory = known_subcategory)
             then known_subcategory
         else 'Other (' || service_category || ')' end as "ServiceSubcategory",
    case when category = 'Tax' then null
         when category in ('Usage', 'Purchase') and charge_class is null
             then coalesce(usage_type, "has:SkuPriceId", "has:SkuMeter", service_name)
         else usage_type end as "SkuId",
    case when category = 'Tax' or (usage_type is null and (category not in ('Usage', 'Purchase') or charge_class is not null)) then null
         else coalesce("has:SkuMeter", "has:x_UsageType", usage_type, "has:SkuPriceId", service_name) end as "SkuMeter",
    if(category = 'Tax' or "has:SkuPriceId" is null, null, price_details) as "SkuPriceDetails",
    case when category = 'Tax' then null
         when category in ('Usage', 'Purchase') and charge_class is null
             then coalesce("has:SkuPriceId", usage_type, "has:SkuMeter", service_name)
         else "has:SkuPriceId" end as "SkuPriceId",
    "has:SubAccountId" as "SubAccountId",
    if("has:SubAccountId" is null, null, coalesce("has:SubAccountName", "has:SubAccountId")) as "SubAccountName",
    if("has:SubAccountId" is null, null, coalesce("has:SubAccountType", 'Account')) as "SubAccountType",
    tags as "Tags",
    "has:x_Cluster" as "x_Cluster",
    categories as "x_CostCategories",
    nullif(domain, 'unallocated') as "x_Domain",
    nullif(environment, 'unallocated') as "x_Environment",
    "has:x_LineItemId" as "x_LineItemId",
    "has:x_LineItemType" as "x_LineItemType",
    "has:x_Namespace" as "x_Namespace",
    net_amortized as "x_NetEffectiveCost",
    "has:x_Operation" as "x_Operation",
    "has:x_ParentResourceId" as "x_ParentResourceId",
    "has:x_PodUsageType" as "x_PodUsageType",
    "has:x_ServiceCode" as "x_ServiceCode",
    shared_by_rule as "x_SharedBy",
    nullif(team, 'unallocated') as "x_Team",
    "has:x_UsageType" as "x_UsageType",
    "has:x_Workload" as "x_Workload",
    sorted_at, of_file, of_row, bearer_number, is_unused
from told
