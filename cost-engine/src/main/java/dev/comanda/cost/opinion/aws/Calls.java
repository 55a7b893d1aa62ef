package dev.comanda.cost.opinion.aws;

import dev.comanda.cost.aws.sdk.Reasons;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.costexplorer.model.BillExpirationException;
import software.amazon.awssdk.services.costexplorer.model.DataUnavailableException;
import software.amazon.awssdk.services.costexplorer.model.LimitExceededException;

/** Calls of Cost Explorer: page after page, with what goes wrong in a sentence. */
final class Calls {

    private static final int MOST_PAGES = 50;
    private static final String RIGHTS = "ce:Get*";

    private Calls() {}

    /** @param next the token of the page after a page; null or empty after the last */
    static <P> List<P> pages(Function<@Nullable String, P> page, Function<P, @Nullable String> next) {
        List<P> pages = new ArrayList<>();
        String token = null;
        do {
            if (pages.size() == MOST_PAGES) {
                throw new OpsException(
                        ErrorCode.COST_EXPLORER_UNAVAILABLE,
                        "Cost Explorer answers in more than " + MOST_PAGES + " pages; nothing is taken of it");
            }
            String asked = token;
            P answer = answer(() -> page.apply(asked));
            pages.add(answer);
            token = next.apply(answer);
        } while (token != null && !token.isEmpty());
        return pages;
    }

    static <T> T answer(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            for (Throwable each = e; each != null; each = each.getCause()) {
                if (each instanceof OpsException ours) {
                    throw ours;
                }
            }
            throw new OpsException(
                    ErrorCode.COST_EXPLORER_UNAVAILABLE, "Cost Explorer does not answer: " + reason(e), e);
        }
    }

    private static String reason(SdkException problem) {
        if (problem instanceof DataUnavailableException) {
            return "it has no data of that time, or not yet; new data take up to a day";
        }
        if (problem instanceof BillExpirationException) {
            return "the bill of that time has expired, it keeps 13 months";
        }
        if (problem instanceof LimitExceededException) {
            return "it was asked too often; ask again in some minutes";
        }
        return Reasons.of(problem, RIGHTS);
    }
}
