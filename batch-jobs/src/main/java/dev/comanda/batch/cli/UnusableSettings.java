package dev.comanda.batch.cli;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;

/** Says in one sentence which setting an application could not start with. */
final class UnusableSettings {

    private UnusableSettings() {}

    /** The sentence, if it is a setting that the failure is about. */
    static Optional<String> sentenceOf(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof BindException bind) {
                return Optional.of(sentence(bind));
            }
            if (each instanceof OpsException known && known.code() == ErrorCode.UNUSABLE_ARGUMENT) {
                return Optional.ofNullable(known.getMessage());
            }
        }
        return Optional.empty();
    }

    private static String sentence(BindException bind) {
        Throwable cause = deepest(bind);
        if (cause instanceof UnboundConfigurationPropertiesException unknown) {
            return "no setting is called "
                    + unknown.getUnboundProperties().stream()
                            .map(property -> property.getName().toString())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + "; docs/configuration.md names them all";
        }
        if (cause instanceof IllegalArgumentException && startsWithOurName(cause.getMessage())) {
            return String.valueOf(cause.getMessage());
        }
        String value =
                bind.getProperty() == null ? "" : " '" + bind.getProperty().getValue() + "'";
        return "the setting " + bind.getName() + value + " cannot be used: " + cause.getMessage();
    }

    private static boolean startsWithOurName(@Nullable String message) {
        return message != null && message.startsWith("comanda.");
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
