package dev.comanda.ops.marketplace;

import java.time.Instant;
import java.util.List;

/**
 * A restaurant applies to join the marketplace: {@code restaurant.application.submitted.v1}.
 *
 * @param taxId as written, not checked here
 * @param data the event's data as canonical JSON, kept for what is decided later
 */
public record ApplicationSubmitted(
        String applicationId,
        Instant submittedAt,
        String market,
        String legalName,
        String tradeName,
        String taxId,
        List<String> cnaeCodes,
        ApplicantAddress address,
        ApplicantContact contact,
        List<ApplicantOwner> owners,
        ApplicantBankAccount bankAccount,
        List<ApplicantDocument> documents,
        List<ApplicantMenuItem> menu,
        String commissionPlan,
        List<OpeningHours> openingHours,
        String data)
        implements PendingEvent {

    public ApplicationSubmitted {
        cnaeCodes = List.copyOf(cnaeCodes);
        owners = List.copyOf(owners);
        documents = List.copyOf(documents);
        menu = List.copyOf(menu);
        openingHours = List.copyOf(openingHours);
    }

    @Override
    public String type() {
        return "restaurant.application.submitted.v1";
    }

    @Override
    public Instant occurredAt() {
        return submittedAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.of("application", applicationId);
    }
}
