package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.ApplicantAddress;
import dev.comanda.ops.marketplace.ApplicantBankAccount;
import dev.comanda.ops.marketplace.ApplicantContact;
import dev.comanda.ops.marketplace.ApplicantDocument;
import dev.comanda.ops.marketplace.ApplicantMenuItem;
import dev.comanda.ops.marketplace.ApplicantOwner;
import dev.comanda.ops.marketplace.ApplicationSubmitted;
import dev.comanda.ops.marketplace.OpeningHours;
import java.time.Instant;
import java.util.List;

/** The data of {@code restaurant.application.submitted.v1}. */
final class ApplicationSubmittedRule implements FieldRule<ApplicationSubmitted> {

    private final Shape shape = new Shape();
    private final Field<String> applicationId = shape.required("applicationId", Rules::id);
    private final Field<Instant> submittedAt = shape.required("submittedAt", Rules::time);
    private final Field<String> market = shape.required("market", Rules::market);
    private final Field<String> legalName = shape.required("legalName", Rules::text);
    private final Field<String> tradeName = shape.required("tradeName", Rules::text);
    private final Field<String> taxId = shape.required("taxId", Rules::text);
    private final Field<List<String>> cnaeCodes = shape.required("cnaeCodes", Rules.listOf(Rules::text));
    private final Field<ApplicantAddress> address = shape.required("address", ApplicantParts.ADDRESS);
    private final Field<ApplicantContact> contact = shape.required("contact", ApplicantParts.CONTACT);
    private final Field<List<ApplicantOwner>> owners = shape.required("owners", Rules.listOf(ApplicantParts.OWNER));
    private final Field<ApplicantBankAccount> bankAccount = shape.required("bankAccount", ApplicantParts.BANK_ACCOUNT);
    private final Field<List<ApplicantDocument>> documents =
            shape.required("documents", Rules.listOf(ApplicantParts.DOCUMENT));
    private final Field<List<ApplicantMenuItem>> menu = shape.required("menu", Rules.listOf(ApplicantParts.MENU_ITEM));
    private final Field<String> commissionPlan = shape.required("commissionPlan", Rules::text);
    private final Field<List<OpeningHours>> openingHours =
            shape.required("openingHours", Rules.listOf(ApplicantParts.OPENING_HOURS));

    @Override
    public ApplicationSubmitted read(JsonReading in) {
        int start = in.canonical.bytes().size();
        Values values = shape.read(in);
        return new ApplicationSubmitted(
                values.get(applicationId),
                values.get(submittedAt),
                values.get(market),
                values.get(legalName),
                values.get(tradeName),
                values.get(taxId),
                values.get(cnaeCodes),
                values.get(address),
                values.get(contact),
                values.get(owners),
                values.get(bankAccount),
                values.get(documents),
                values.get(menu),
                values.get(commissionPlan),
                values.get(openingHours),
                in.canonical.bytes().text(start));
    }
}
