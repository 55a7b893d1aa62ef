package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is accrued for a payout after the payout was checked. */
class LateAccrualIT {

    private static final LocalDate OLD_YEAR = LocalDate.of(2026, 12, 31);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 4);

    @RegisterExtension
    static final PostgresExtension accrued = new PostgresExtension();

    @TempDir
    Path inbox;

    @Test
    void anAccrualThatComesLateBreaksTheSumOfItsPayout() throws IOException {
        NightOnDatabase night = new NightOnDatabase(accrued.dsl());
        write("events/1.ndjson", earning("e1", "80.00") + payout("80.00"));
        night.run(OLD_YEAR, inbox);
        assertThat(night.findings(OLD_YEAR)).isEmpty();

        write("events/2.ndjson", earning("e2", "5.00"));
        night.run(NEW_YEAR, inbox);
        assertThat(night.findings(NEW_YEAR)).containsExactly("PAYOUT_SUM,po_1,85.00,80.00,BRL");

        write("events/3.ndjson", earning("e3", "1.00"));
        night.run(NEW_YEAR.plusDays(1), inbox);
        assertThat(night.findings(NEW_YEAR.plusDays(1)))
                .as("what an earlier run reported is not reported again")
                .isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String earning(String id, String total) {
        String data =
                """
                {"earningId":"%s","courierId":"cou_1","currency":"BRL","base":"%s","distance":"0.00","tip":"0.00",\
                "incentive":"0.00","total":"%s","accruedAt":"2026-12-28T12:00:00-03:00"}"""
                        .formatted(id, total, total);
        return event(id, "courier.earning.accrued.v1", data);
    }

    private static String payout(String amount) {
        String data =
                """
                {"payoutId":"po_1","courierId":"cou_1","periodStart":"2026-12-24","periodEnd":"2026-12-31",\
                "currency":"BRL","amount":"%s","residual":"0.00","bankReference":"CP1",\
                "instructedAt":"2026-12-31T10:00:00-03:00"}"""
                        .formatted(amount);
        return event("p1", "courier.payout.instructed.v1", data);
    }

    private static String event(String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/courier","type":"%s","subject":"cou_1",\
                "time":"2026-12-31T10:00:00-03:00","datacontenttype":"application/json","data":%s}
                """
                .formatted(id, type, data);
    }
}
