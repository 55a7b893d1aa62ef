package dev.comanda.ops.identity;

import java.util.Optional;

/** The people who can sign in. */
public interface Users {

    Optional<User> find(String username);

    /** Adds the user where nobody is there yet, and says whether it did; of two processes that try at once one does. */
    boolean addFirst(User user);
}
