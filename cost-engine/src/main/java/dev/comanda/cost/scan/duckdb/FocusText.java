package dev.comanda.cost.scan.duckdb;

import java.util.List;

/** Columns of FOCUS, in any of its versions, that are taken over as they are (FOCUS specification, "Columns"). */
final class FocusText {

    static final List<String> COLUMNS = List.of(
            "AvailabilityZone",
            "BillingAccountId",
            "BillingAccountName",
            "BillingAccountType",
            "CapacityReservationId",
            "CapacityReservationStatus",
            "ChargeClass",
            "ChargeDescription",
            "ChargeFrequency",
            "CommitmentDiscountCategory",
            "CommitmentDiscountId",
            "CommitmentDiscountName",
            "CommitmentDiscountStatus",
            "CommitmentDiscountType",
            "CommitmentDiscountUnit",
            "ConsumedUnit",
            "InvoiceId",
            "InvoiceIssuerName",
            "PricingCategory",
            "PricingCurrency",
            "PricingUnit",
            "ProviderName",
            "PublisherName",
            "RegionName",
            "ResourceName",
            "ResourceType",
            "ServiceCategory",
            "ServiceSubcategory",
            "SkuMeter",
            "SkuPriceId",
            "SubAccountId",
            "SubAccountName",
            "SubAccountType",
            "x_Cluster",
            "x_LineItemId",
            "x_LineItemType",
            "x_Namespace",
            "x_Operation",
            "x_ParentResourceId",
            "x_PodUsageType",
            "x_ServiceCode",
            "x_UsageType",
            "x_Workload");

    static final List<String> UNIT_PRICES = List.of(
            "ContractedUnitPrice",
            "ListUnitPrice",
            "PricingCurrencyContractedUnitPrice",
            "PricingCurrencyListUnitPrice");

    private FocusText() {}
}
