package dev.comanda.ops.posting.persistence;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * An account as a rule names it, and the field that says whose.
 *
 * @param party null where the account has no parties
 */
record Account(String code, @Nullable Field<String> party) {

    static Account account(String code) {
        return new Account(code, null);
    }

    static Account of(String code, Field<String> party) {
        return new Account(code, party);
    }
}
