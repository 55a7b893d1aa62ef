package dev.comanda.ops.identity.persistence;

import static dev.comanda.sql.identity.Tables.APP_USER;
import static dev.comanda.sql.identity.Tables.USER_ROLE;

import dev.comanda.ops.identity.Role;
import dev.comanda.ops.identity.User;
import dev.comanda.ops.identity.Users;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Users in PostgreSQL. */
public final class JooqUsers implements Users {

    private final DSLContext database;

    public JooqUsers(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<User> find(String username) {
        return database.selectFrom(APP_USER)
                .where(APP_USER.USERNAME.eq(username))
                .fetchOptional(user -> new User(
                        user.getUsername(),
                        user.getDisplayName(),
                        user.getPasswordHash(),
                        user.getEnabled(),
                        rolesOf(user.getUsername())));
    }

    private Set<Role> rolesOf(String username) {
        return database.select(USER_ROLE.ROLE)
                .from(USER_ROLE)
                .where(USER_ROLE.USERNAME.eq(username))
                .fetchSet(row -> Role.valueOf(row.value1()));
    }

    @Override
    public boolean addFirst(User user) {
        return database.transactionResult(transaction -> {
            DSLContext sql = DSL.using(transaction);
            sql.execute("lock table identity.app_user in share row exclusive mode");
            if (sql.fetchExists(APP_USER)) {
                return false;
            }
            sql.insertInto(APP_USER)
                    .set(APP_USER.USERNAME, user.username())
                    .set(APP_USER.DISPLAY_NAME, user.displayName())
                    .set(APP_USER.PASSWORD_HASH, user.passwordHash())
                    .set(APP_USER.ENABLED, user.enabled())
                    .execute();
            for (Role role : user.roles()) {
                sql.insertInto(USER_ROLE)
                        .set(USER_ROLE.USERNAME, user.username())
                        .set(USER_ROLE.ROLE, role.name())
                        .execute();
            }
            return true;
        });
    }
}
