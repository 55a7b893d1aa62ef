package dev.comanda.batch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments and configuration that cannot be used: exit status 2, and one line on stderr that names the thing. */
class UnusableArgumentsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nightly --date 2026-02-30 --inbox FOLDER",
                "nightly --date yesterday --inbox FOLDER",
                "nightly --inbox FOLDER",
                "nightly --date 2026-11-20",
                "nightly --date 2026-11-20 --inbox FOLDER/nowhere",
                "nightly --date 2026-11-20 --inbox s3://",
                "nightly --date 2026-11-20 --inbox s3://NOT_A_BUCKET/x",
                "ingest --inbox FOLDER/nowhere",
                "worker --inbox FOLDER/nowhere",
                "reconcile --date 2026-11-20 --only nothing",
                "export-reconciliation --name nothing --date 2026-11-20",
                "simulate --date 2026-11-20 --orders many --seed 1 --output FOLDER",
                "simulate --date 2026-11-20 --orders 9 --seed 1 --days 0 --output FOLDER/days",
                "cost-import --source FOLDER/nowhere",
                "cost-import --source s3://",
                "cost-import --source s3://NOT_A_BUCKET/x",
                "cost-import --source s3:/bucket/x",
                "cost-import --source FOLDER --period August",
                "simulate-bill --month 2026-13 --rows 10000 --seed 1 --output FOLDER/bill",
                "simulate-bill --month 2026-10 --rows 9 --seed 1 --output FOLDER/bill",
                "simulate-bill --month 2026-10 --rows 10000 --seed 1 --until 2026-10-01 --output FOLDER/bill",
                "simulate-bill --month 2026-10 --rows 10000 --seed 1 --restated --output FOLDER/bill",
                "focus-export --period 2026-08",
                "focus-export --period August --output FOLDER",
                "cost-check",
                "cost-check --period 2026-13",
                "cost-check --period 2026-08 --metric list",
                "status --comanda.config=FOLDER/nowhere.yaml",
                "status --comanda.config=FOLDER",
                "nothing"
            })
    void endWithStatusTwoAndOneLine(String words) {
        Said said = run(words.replace("FOLDER", folder.toString()));
        assertThat(said.status()).as(said.err()).isEqualTo(2);
        assertThat(said.err().lines()).hasSize(1).first().asString().startsWith("comanda: ");
    }

    @Test
    void aConfigurationThatIsNoYamlIsToldSo() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "comanda: [\n");
        Said said = run("status --comanda.config=" + file);
        assertThat(said.status()).as(said.err()).isEqualTo(2);
        assertThat(said.err().lines()).hasSize(1).first().asString().contains("--comanda.config");
    }

    @Test
    void aConfigurationOfAnotherKindIsToldSo() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.txt"), "comanda");
        Said said = run("status --comanda.config=" + file);
        assertThat(said.status()).as(said.err()).isEqualTo(2);
        assertThat(said.err().lines()).hasSize(1).first().asString().contains(".yaml or .properties");
    }

    private record Said(int status, String err) {}

    private static Said run(String words) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int status = Comanda.run(Arrays.stream(words.split(" ")).toArray(String[]::new));
            return new Said(status, err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
