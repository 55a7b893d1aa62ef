package dev.comanda.cost.focus;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a dataset.
 *
 * @param name its id in the specification; a column of our own begins with {@code x_}
 */
public record FocusColumn(String name, Kind kind) {

    /** The data type of the specification, with its precision where it leaves that to us. */
    public enum Kind {
        TEXT,
        /** A moment in UTC. */
        MOMENT,
        /** A cost or quantity: 38 digits, 12 of them after the point. */
        AMOUNT,
        /** A unit price: 38 digits, 18 of them after the point, so that times a quantity it still gives the cost. */
        PRICE,
        /** A text that is a JSON object. */
        JSON
    }

    private static final List<FocusColumn> SPECIFIED = Stream.of(
                    of(Kind.TEXT, "AvailabilityZone"),
                    of(Kind.AMOUNT, "BilledCost"),
                    of(Kind.TEXT, "BillingAccountId", "BillingAccountName", "BillingAccountType", "BillingCurrency"),
                    of(Kind.MOMENT, "BillingPeriodEnd", "BillingPeriodStart"),
                    of(Kind.TEXT, "CapacityReservationId", "CapacityReservationStatus"),
                    of(Kind.TEXT, "ChargeCategory", "ChargeClass", "ChargeDescription", "ChargeFrequency"),
                    of(Kind.MOMENT, "ChargePeriodEnd", "ChargePeriodStart"),
                    of(Kind.TEXT, "CommitmentDiscountCategory", "CommitmentDiscountId", "CommitmentDiscountName"),
                    of(Kind.AMOUNT, "CommitmentDiscountQuantity"),
                    of(Kind.TEXT, "CommitmentDiscountStatus", "CommitmentDiscountType", "CommitmentDiscountUnit"),
                    of(Kind.AMOUNT, "ConsumedQuantity"),
                    of(Kind.TEXT, "ConsumedUnit"),
                    of(Kind.AMOUNT, "ContractedCost"),
                    of(Kind.PRICE, "ContractedUnitPrice"),
                    of(Kind.AMOUNT, "EffectiveCost"),
                    of(Kind.TEXT, "InvoiceId", "InvoiceIssuerName"),
                    of(Kind.AMOUNT, "ListCost"),
                    of(Kind.PRICE, "ListUnitPrice"),
                    of(Kind.TEXT, "PricingCategory", "PricingCurrency"),
                    of(Kind.PRICE, "PricingCurrencyContractedUnitPrice"),
                    of(Kind.AMOUNT, "PricingCurrencyEffectiveCost"),
                    of(Kind.PRICE, "PricingCurrencyListUnitPrice"),
                    of(Kind.AMOUNT, "PricingQuantity"),
                    of(Kind.TEXT, "PricingUnit", "ProviderName", "PublisherName", "RegionId", "RegionName"),
                    of(Kind.TEXT, "ResourceId", "ResourceName", "ResourceType"),
                    of(Kind.TEXT, "ServiceCategory", "ServiceName", "ServiceSubcategory"),
                    of(Kind.TEXT, "SkuId", "SkuMeter"),
                    of(Kind.JSON, "SkuPriceDetails"),
                    of(Kind.TEXT, "SkuPriceId", "SubAccountId", "SubAccountName", "SubAccountType"),
                    of(Kind.JSON, "Tags"))
            .flatMap(List::stream)
            .toList();

    private static final List<FocusColumn> OUR_OWN = Stream.of(
                    of(Kind.TEXT, "x_Cluster"),
                    of(Kind.JSON, "x_CostCategories"),
                    of(Kind.TEXT, "x_Domain", "x_Environment", "x_LineItemId", "x_LineItemType", "x_Namespace"),
                    of(Kind.AMOUNT, "x_NetEffectiveCost"),
                    of(Kind.TEXT, "x_Operation", "x_ParentResourceId", "x_PodUsageType", "x_ServiceCode"),
                    of(Kind.TEXT, "x_SharedBy", "x_Team", "x_UsageType", "x_Workload"))
            .flatMap(List::stream)
            .toList();

    /** The 57 columns of FOCUS 1.2 by their names, then our own by theirs (FOCUS 1.2, "Column Handling"). */
    public static List<FocusColumn> all() {
        return Stream.concat(SPECIFIED.stream(), OUR_OWN.stream()).toList();
    }

    private static List<FocusColumn> of(Kind kind, String... names) {
        return Stream.of(names).map(name -> new FocusColumn(name, kind)).toList();
    }
}
