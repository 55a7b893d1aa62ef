package dev.comanda.batch.cli;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.reconciliation.Reconciliation;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names that a command was given. */
final class Names {

    private Names() {}

    static Reconciliation reconciliation(String name, String option) {
        return Reconciliation.named(name)
                .orElseThrow(() -> new OpsException(
                        ErrorCode.UNUSABLE_ARGUMENT,
                        "%s '%s' is no reconciliation; there are %s"
                                .formatted(
                                        option,
                                        name,
                                        Arrays.stream(Reconciliation.values())
                                                .map(Reconciliation::exportName)
                                                .collect(Collectors.joining(", ")))));
    }
}
