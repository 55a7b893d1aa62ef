package dev.comanda.ops.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored of a decision must be what it was decided on. */
class CircumstancesTest {

    private static final Circumstances FULL = Given.cause("CAPTURED_CANCELLED")
            .in("order-payment")
            .of("RESTAURANT")
            .brl("0.10")
            .side(Side.EXCESS)
            .aged(3)
            .withoutItsFile()
            .cancelled("CUSTOMER", "READY")
            .now();

    @Test
    void areOneTextWithSortedKeysAndTheAmountAsAString() {
        assertThat(FULL.toJson())
                .isEqualTo("{\"ageInBusinessDays\":3,\"amount\":\"0.10\",\"cancelStage\":\"READY\","
                        + "\"cancelledBy\":\"CUSTOMER\",\"cause\":\"CAPTURED_CANCELLED\",\"currency\":\"BRL\","
                        + "\"fileMissing\":true,\"partyKind\":\"RESTAURANT\",\"psp\":\"adyen\","
                        + "\"reconciliation\":\"order-payment\",\"side\":\"EXCESS\",\"withinDailyCap\":true}");
    }

    @Test
    void areReadAsTheyWereWritten() {
        assertThat(Circumstances.fromJson(FULL.toJson())).isEqualTo(FULL);
    }

    @Test
    void areReadInAnyOrderAndWithoutWhatIsYoungerThanTheText() {
        Circumstances read = Circumstances.fromJson("{ \"currency\" : \"BRL\", \"cause\": \"CHARGEBACK\" }");
        assertThat(read.cause()).isEqualTo("CHARGEBACK");
        assertThat(read.currency()).isEqualTo("BRL");
        assertThat(read.amount()).isZero();
        assertThat(read.side()).isEqualTo(Side.NONE);
    }

    @Test
    void areEqualWhereOnlyZerosBehindTheAmountDiffer() {
        Circumstances cents = Given.cause("OVERCAPTURED").brl("12.50").now();
        assertThat(Given.cause("OVERCAPTURED").brl("12.5000").now()).isEqualTo(cents);
        assertThat(Given.cause("OVERCAPTURED").brl("12.5").now().toJson()).isEqualTo(cents.toJson());
        assertThat(Given.cause("OVERCAPTURED").brl("1E+3").now().toJson()).contains("\"1000.00\"");
        assertThat(Given.cause("OVERCAPTURED").brl("0.005").now().toJson()).contains("\"0.005\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"cause\":\"A\"} {}",
                "{\"cause\":\"A\",\"cause\":\"B\"}",
                "{\"cause\":[\"A\"]}",
                "{\"cause\":\"A\",\"weather\":\"bad\"}",
                "{\"amount\":\"1\"}",
                "{\"cause\":\"A\",\"amount\":\"-1\"}",
                "{\"cause\":\"A\",\"ageInBusinessDays\":-1}",
                "{\"cause\":\"A\",\"side\":\"LEFT\"}",
                "{\"cause\":\"A\",\"fileMissing\":\"perhaps\"}"
            })
    void refuseATextThatIsNotTheirs(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Circumstances.fromJson(text));
    }
}
