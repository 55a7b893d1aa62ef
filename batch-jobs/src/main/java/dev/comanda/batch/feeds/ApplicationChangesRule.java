package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.ApplicantAddress;
import dev.comanda.ops.marketplace.ApplicantBankAccount;
import dev.comanda.ops.marketplace.ApplicantContact;
import dev.comanda.ops.marketplace.ApplicantDocument;
import dev.comanda.ops.marketplace.ApplicantMenuItem;
import dev.comanda.ops.marketplace.ApplicantOwner;
import dev.comanda.ops.marketplace.ApplicationChanges;
import dev.comanda.ops.marketplace.OpeningHours;
import java.util.List;

/** What an amendment of an application changes: each field whole, and only those that changed. */
final class ApplicationChangesRule implements FieldRule<ApplicationChanges> {

    private final Shape shape = new Shape();
    private final Field<String> market = shape.optional("market", Rules::market);
    private final Field<String> legalName = shape.optional("legalName", Rules::text);
    private final Field<String> tradeName = shape.optional("tradeName", Rules::text);
    private final Field<String> taxId = shape.optional("taxId", Rules::text);
    private final Field<List<String>> cnaeCodes = shape.optional("cnaeCodes", Rules.listOf(Rules::text));
    private final Field<ApplicantAddress> address = shape.optional("address", ApplicantParts.ADDRESS);
    private final Field<ApplicantContact> contact = shape.optional("contact", ApplicantParts.CONTACT);
    private final Field<List<ApplicantOwner>> owners = shape.optional("owners", Rules.listOf(ApplicantParts.OWNER));
    private final Field<ApplicantBankAccount> bankAccount = shape.optional("bankAccount", ApplicantParts.BANK_ACCOUNT);
    private final Field<List<ApplicantDocument>> documents =
            shape.optional("documents", Rules.listOf(ApplicantParts.DOCUMENT));
    private final Field<List<ApplicantMenuItem>> menu = shape.optional("menu", Rules.listOf(ApplicantParts.MENU_ITEM));
    private final Field<String> commissionPlan = shape.optional("commissionPlan", Rules::text);
    private final Field<List<OpeningHours>> openingHours =
            shape.optional("openingHours", Rules.listOf(ApplicantParts.OPENING_HOURS));

    @Override
    public ApplicationChanges read(JsonReading in) {
        Values values = shape.read(in);
        return new ApplicationChanges(
                values.getOptional(market),
                values.getOptional(legalName),
                values.getOptional(tradeName),
                values.getOptional(taxId),
                values.getOptional(cnaeCodes),
                values.getOptional(address),
                values.getOptional(contact),
                values.getOptional(owners),
                values.getOptional(bankAccount),
                values.getOptional(documents),
                values.getOptional(menu),
                values.getOptional(commissionPlan),
                values.getOptional(openingHours));
    }
}
