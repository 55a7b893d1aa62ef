package dev.comanda.batch.cost;

import dev.comanda.cost.bill.Deliveries;
import dev.comanda.cost.bill.storage.BillSources;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.cost.imports.claiming.ImportClaim.Counts;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports what lies in several sources; one that fails does not stop the others. */
public final class BillImports {

    private static final Logger log = LoggerFactory.getLogger(BillImports.class);

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /**
     * What came of all the sources.
     *
     * @param failures a sentence for each source that could not be looked through
     */
    public record Outcome(Counts counts, List<String> failures) {}

    private final BillSources sources;
    private final CostImport imports;

    public BillImports(BillSources sources, CostImport imports) {
        this.sources = sources;
        this.imports = imports;
    }

    /**
     * Takes over what is new in the sources.
     *
     * @param named folders and {@code s3://bucket/prefix}, with commas between them
     * @throws OpsException RUN_IN_PROGRESS where another import is under way
     */
    public Outcome take(String named) {
        List<ImportOutcome> outcomes = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (String source : each(named)) {
            try (Deliveries deliveries = sources.open(source)) {
                imports.run(deliveries, null, outcomes::add);
            } catch (RuntimeException e) {
                refuseBeside(e);
                failures.add(sentence(source, e));
            }
        }
        outcomes.forEach(BillImports::tell);
        return new Outcome(counts(outcomes), failures);
    }

    private static List<String> each(String named) {
        return COMMA.splitAsStream(named.strip())
                .filter(source -> !source.isEmpty())
                .toList();
    }

    private static void refuseBeside(RuntimeException failure) {
        if (failure instanceof OpsException known && known.code() == ErrorCode.RUN_IN_PROGRESS) {
            throw known;
        }
    }

    private static String sentence(String source, RuntimeException failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        log.warn("the bills in {} could not be imported: {}", source, message);
        log.debug("why they could not be imported", failure);
        return message;
    }

    private static void tell(ImportOutcome outcome) {
        if (outcome instanceof Imported imported) {
            log.info("the bill of {} is imported", imported.delivery().period());
        } else if (outcome instanceof Refused refused) {
            log.warn("a bill is refused: {}", refused.problem().getMessage());
        }
    }

    private static Counts counts(List<ImportOutcome> outcomes) {
        int imported = count(outcomes, Imported.class);
        int refused = count(outcomes, Refused.class);
        return new Counts(imported, outcomes.size() - imported - refused, refused);
    }

    private static int count(List<ImportOutcome> outcomes, Class<?> kind) {
        return Math.toIntExact(outcomes.stream().filter(kind::isInstance).count());
    }
}
