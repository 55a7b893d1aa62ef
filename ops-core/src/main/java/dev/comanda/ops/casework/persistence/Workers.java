package dev.comanda.ops.casework.persistence;

import static dev.comanda.sql.identity.Tables.APP_USER;
import static dev.comanda.sql.identity.Tables.USER_ROLE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import dev.comanda.ops.identity.Role;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Who can work on cases: whoever may change something, and can sign in. */
final class Workers {

    private Workers() {}

    static Condition canWork() {
        return APP_USER.ENABLED
                .isTrue()
                .and(exists(selectOne()
                        .from(USER_ROLE)
                        .where(USER_ROLE.USERNAME.eq(APP_USER.USERNAME))
                        .and(USER_ROLE.ROLE.ne(Role.VIEWER.name()))));
    }

    static boolean include(DSLContext sql, String person) {
        return sql.fetchExists(APP_USER, APP_USER.USERNAME.eq(person).and(canWork()));
    }
}
