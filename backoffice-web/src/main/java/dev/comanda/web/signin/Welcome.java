package dev.comanda.web.signin;

import dev.comanda.ops.identity.Users;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the pages are and how to sign in. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Users users;
    private final Environment environment;
    private final boolean demo;

    Welcome(Users users, Environment environment, @Value("${comanda.demo:false}") boolean demo) {
        this.users = users;
        this.environment = environment;
        this.demo = demo;
    }

    /** Before others that wait for the same and may take their time. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void say() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            LOG.info("Open http://localhost:{} and sign in {}", port, signIn());
        }
    }

    private String signIn() {
        // A data folder that was begun without the demo has other users.
        return demo && users.find(FirstUser.DEMO_NAME).isPresent()
                ? "as " + FirstUser.DEMO_NAME + " with the password " + FirstUser.DEMO_PASSWORD
                : "with your user";
    }
}
