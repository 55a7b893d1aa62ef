package dev.comanda.ops.identity;

import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param passwordHash the hash with its algorithm in front, e.g. <code>{bcrypt}...</code>; never the password
 */
public record User(String username, String displayName, String passwordHash, boolean enabled, Set<Role> roles) {

    public User {
        roles = Set.copyOf(roles);
    }

    /** Logs and messages may hold a user; the hash stays out of them. */
    @Override
    public String toString() {
        return "User[" + username + ", " + roles + "]";
    }
}
