package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.ApplicantAddress;
import dev.comanda.ops.marketplace.ApplicantBankAccount;
import dev.comanda.ops.marketplace.ApplicantContact;
import dev.comanda.ops.marketplace.ApplicantDocument;
import dev.comanda.ops.marketplace.ApplicantMenuItem;
import dev.comanda.ops.marketplace.ApplicantOwner;
import dev.comanda.ops.marketplace.OpeningHours;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The records inside a restaurant's application. */
final class ApplicantParts {

    static final FieldRule<ApplicantAddress> ADDRESS = new ApplicantAddressRule();
    static final FieldRule<ApplicantContact> CONTACT = new ApplicantContactRule();
    static final FieldRule<ApplicantOwner> OWNER = new ApplicantOwnerRule();
    static final FieldRule<ApplicantBankAccount> BANK_ACCOUNT = new ApplicantBankAccountRule();
    static final FieldRule<ApplicantDocument> DOCUMENT = new ApplicantDocumentRule();
    static final FieldRule<ApplicantMenuItem> MENU_ITEM = new ApplicantMenuItemRule();
    static final FieldRule<OpeningHours> OPENING_HOURS = new OpeningHoursRule();

    private ApplicantParts() {}

    private static final class ApplicantAddressRule implements FieldRule<ApplicantAddress> {
        private final Shape shape = new Shape();
        private final Field<String> street = shape.required("street", Rules::text);
        private final Field<String> number = shape.required("number", Rules::text);
        private final Field<String> district = shape.required("district", Rules::text);
        private final Field<String> city = shape.required("city", Rules::text);
        private final Field<String> state = shape.required("state", Rules::text);
        private final Field<String> postalCode = shape.required("postalCode", Rules::text);
        private final Field<BigDecimal> latitude = shape.optional("latitude", Decimals::number);
        private final Field<BigDecimal> longitude = shape.optional("longitude", Decimals::number);

        @Override
        public ApplicantAddress read(JsonReading in) {
            Values values = shape.read(in);
            return new ApplicantAddress(
                    values.get(street),
                    values.get(number),
                    values.get(district),
                    values.get(city),
                    values.get(state),
                    values.get(postalCode),
                    values.getOptional(latitude),
                    values.getOptional(longitude));
        }
    }

    private static final class ApplicantContactRule implements FieldRule<ApplicantContact> {
        private final Shape shape = new Shape();
        private final Field<String> name = shape.required("name", Rules::text);
        private final Field<String> email = shape.required("email", Rules::text);
        private final Field<String> phone = shape.required("phone", Rules::text);

        @Override
        public ApplicantContact read(JsonReading in) {
            Values values = shape.read(in);
            return new ApplicantContact(values.get(name), values.get(email), values.get(phone));
        }
    }

    private static final class ApplicantOwnerRule implements FieldRule<ApplicantOwner> {
        private final Shape shape = new Shape();
        private final Field<String> name = shape.required("name", Rules::text);
        private final Field<String> taxId = shape.required("taxId", Rules::text);
        private final Field<BigDecimal> share = shape.required("share", Decimals::notNegative);

        @Override
        public ApplicantOwner read(JsonReading in) {
            Values values = shape.read(in);
            return new ApplicantOwner(values.get(name), values.get(taxId), values.get(share));
        }
    }

    private static final class ApplicantBankAccountRule implements FieldRule<ApplicantBankAccount> {
        private final Shape shape = new Shape();
        private final Field<String> bankCode = shape.required("bankCode", Rules::text);
        private final Field<String> branch = shape.required("branch", Rules::text);
        private final Field<String> account = shape.required("account", Rules::text);
        private final Field<String> checkDigit = shape.required("checkDigit", Rules::text);
        private final Field<String> holderTaxId = shape.required("holderTaxId", Rules::text);

        @Override
        public ApplicantBankAccount read(JsonReading in) {
            Values values = shape.read(in);
            return new ApplicantBankAccount(
                    values.get(bankCode),
                    values.get(branch),
                    values.get(account),
                    values.get(checkDigit),
                    values.get(holderTaxId));
        }
    }

    private static final class ApplicantDocumentRule implements FieldRule<ApplicantDocument> {
        private final Shape shape = new Shape();
        private final Field<String> kind = shape.required("kind", Rules::text);
        private final Field<String> uri = shape.required("uri", Rules::text);
        private final Field<String> sha256 = shape.required("sha256", Rules::text);
        private final Field<LocalDate> issuedAt = shape.optional("issuedAt", Rules::documentDate);
        private final Field<LocalDate> expiresAt = shape.optional("expiresAt", Rules::documentDate);

        @Override
        public ApplicantDocument read(JsonReading in) {
            Values values = shape.read(in);
            return new ApplicantDocument(
                    values.get(kind),
                    values.get(uri),
                    values.get(sha256),
                    values.getOptional(issuedAt),
                    values.getOptional(expiresAt));
        }
    }

    private static final class ApplicantMenuItemRule implements FieldRule<ApplicantMenuItem> {
        private final Shape shape = new Shape();
        private final Field<String> sku = shape.required("sku", Rules::text);
        private final Field<String> name = shape.required("name", Rules::text);
        private final Field<String> category = shape.required("category", Rules::text);
        private final Field<BigDecimal> price = shape.required("price", Rules::money);
        private final Field<String> currency = shape.required("currency", Rules::currency);

        @Override
        public ApplicantMenuItem read(JsonReading in) {
            Values values = shape.read(in);
            return new ApplicantMenuItem(
                    values.get(sku),
                    values.get(name),
                    values.get(category),
                    Decimals.inCurrency(values, price, values.get(currency)),
                    values.get(currency));
        }
    }

    private static final class OpeningHoursRule implements FieldRule<OpeningHours> {
        private final Shape shape = new Shape();
        private final Field<String> day = shape.required("day", Rules::text);
        private final Field<String> from = shape.required("from", Rules::text);
        private final Field<String> to = shape.required("to", Rules::text);

        @Override
        public OpeningHours read(JsonReading in) {
            Values values = shape.read(in);
            return new OpeningHours(values.get(day), values.get(from), values.get(to));
        }
    }
}
