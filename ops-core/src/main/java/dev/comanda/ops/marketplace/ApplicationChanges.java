package dev.comanda.ops.marketplace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an application that an amendment replaces; null where nothing changed. Lists and nested records are whole.
 */
public record ApplicationChanges(
        @Nullable String market,
        @Nullable String legalName,
        @Nullable String tradeName,
        @Nullable String taxId,
        @Nullable List<String> cnaeCodes,
        @Nullable ApplicantAddress address,
        @Nullable ApplicantContact contact,
        @Nullable List<ApplicantOwner> owners,
        @Nullable ApplicantBankAccount bankAccount,
        @Nullable List<ApplicantDocument> documents,
        @Nullable List<ApplicantMenuItem> menu,
        @Nullable String commissionPlan,
        @Nullable List<OpeningHours> openingHours) {}
