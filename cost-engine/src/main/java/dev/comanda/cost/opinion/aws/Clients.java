package dev.comanda.cost.opinion.aws;

import dev.comanda.cost.opinion.CallBudget;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClientBuilder;

/** The SDK's client, whose credentials the SDK finds, with every call counted. */
final class Clients {

    /** It answers for all regions from this one. */
    private static final Region REGION = Region.US_EAST_1;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private Clients() {}

    static CostExplorerClient open(@Nullable String endpoint, CallBudget budget) {
        CostExplorerClientBuilder client = CostExplorerClient.builder()
                .region(REGION)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(
                        how -> how.retryStrategy(RetryMode.STANDARD).addExecutionInterceptor(new Counted(budget)));
        if (endpoint != null) {
            client.endpointOverride(address(endpoint));
        }
        return client.build();
    }

    private static URI address(String endpoint) {
        try {
            return URI.create(endpoint);
        } catch (IllegalArgumentException e) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, "comanda.cost.explorer.endpoint '" + endpoint + "' is no address", e);
        }
    }

    /** The SDK repeats what was throttled, and AWS counts each time. */
    private record Counted(CallBudget budget) implements ExecutionInterceptor {

        @Override
        public void beforeTransmission(Context.BeforeTransmission call, ExecutionAttributes attributes) {
            budget.take(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        }
    }
}
