package dev.comanda.batch.demo;

import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.nightly.Nights;
import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.NightViews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.FileSystemUtils;

/** Fills a new data folder with a simulated day, its night and the bill of its cloud, once; later starts find them there. */
final class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final int ORDERS = 20_000;
    private static final long SEED = 1;

    private final Nights nights;
    private final NightViews views;
    private final DemoBill bill;
    private final Path dataFolder;

    Demo(Nights nights, NightViews views, DemoBill bill, Path dataFolder) {
        this.nights = nights;
        this.views = views;
        this.bill = bill;
        this.dataFolder = dataFolder.toAbsolutePath().normalize();
    }

    /** When the pages are served already, so that the night can be watched there. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void fill() {
        runNight();
        takeBill();
    }

    private void runNight() {
        if (isPublished()) {
            log.info("Demo: the night of {} is there from an earlier start", DATE);
            return;
        }
        try {
            Path inbox = inbox();
            log.info("Demo: running the night of {}", DATE);
            nights.run(DATE, InboxLocation.of(inbox), null);
            log.info("Demo: the night of {} is published", DATE);
        } catch (OpsException | IOException e) {
            log.error("Demo: the night of {} did not end; start again and it goes on: {}", DATE, e.getMessage(), e);
        }
    }

    /** After the night: it is what people wait for. */
    private void takeBill() {
        try {
            bill.fill(DATE, SEED);
        } catch (OpsException | IOException e) {
            log.error("Demo: the bill was not taken over; start again and it goes on: {}", e.getMessage(), e);
        }
    }

    private boolean isPublished() {
        return views.night(DATE)
                .filter(night -> night.status() == NightView.Status.COMPLETED)
                .isPresent();
    }

    /** Written under another name first: a start that is cut off must not leave half a day under this one. */
    private Path inbox() throws IOException {
        Path inbox = dataFolder.resolve("demo-inbox");
        if (!Files.exists(inbox)) {
            log.info("Demo: simulating {} orders into {}", ORDERS, inbox);
            Path unfinished = dataFolder.resolve("demo-inbox.unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            MarketplaceSimulator.simulate(DATE, ORDERS, SEED, unfinished);
            Files.move(unfinished, inbox);
        }
        return inbox;
    }
}
