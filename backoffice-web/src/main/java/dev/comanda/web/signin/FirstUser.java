package dev.comanda.web.signin;

import dev.comanda.ops.identity.Role;
import dev.comanda.ops.identity.User;
import dev.comanda.ops.identity.Users;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Lets somebody into a backoffice that has no users yet. */
@Component
class FirstUser implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstUser.class);
    private static final int PASSWORD_BYTES = 12;

    static final String DEMO_NAME = "ana";
    static final String DEMO_PASSWORD = "comanda";

    private final Users users;
    private final PasswordEncoder passwords;
    private final boolean demo;

    FirstUser(Users users, PasswordEncoder passwords, @Value("${comanda.demo:false}") boolean demo) {
        this.users = users;
        this.passwords = passwords;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String password = demo ? DEMO_PASSWORD : randomPassword();
        String name = demo ? DEMO_NAME : "admin";
        Role role = demo ? Role.OPERATOR : Role.ADMIN;
        User user = new User(name, demo ? "Ana" : "Admin", hash(password), true, Set.of(role));
        if (users.addFirst(user)) {
            LOG.warn("There was no user yet: sign in as {} with the password {} (shown only now)", name, password);
        }
    }

    private String hash(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder gave no hash");
        }
        return hash;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
