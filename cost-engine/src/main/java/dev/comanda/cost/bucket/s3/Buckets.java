package dev.comanda.cost.bucket.s3;

import dev.comanda.cost.aws.sdk.Reasons;
import dev.comanda.cost.bucket.BucketPrefix;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Opens buckets, of S3 or of a store that speaks as S3 does. */
public final class Buckets {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final @Nullable URI endpoint;

    /**
     * @param endpoint the address of a store; null for S3 itself
     * @throws OpsException {@code UNUSABLE_ARGUMENT} if it is no address
     */
    public Buckets(@Nullable String endpoint) {
        this.endpoint = endpoint == null ? null : address(endpoint);
    }

    private static URI address(String endpoint) {
        try {
            URI address = URI.create(endpoint);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below, as for an address without a host.
        }
        throw new OpsException(
                ErrorCode.UNUSABLE_ARGUMENT,
                "comanda.s3.endpoint '" + endpoint + "' is no address; write it as https://objects.example.com");
    }

    /**
     * Region and credentials are those that the SDK finds. What was read is told by a digest of our own.
     *
     * @throws OpsException {@code UNUSABLE_ARGUMENT} where no region is configured
     */
    public Bucket open(BucketPrefix place) {
        S3ClientBuilder s3 = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (endpoint != null) {
            s3.endpointOverride(endpoint).forcePathStyle(true);
        }
        try {
            return new Bucket(s3.build(), place);
        } catch (SdkClientException e) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, place + " cannot be opened: " + Reasons.of(e, Bucket.RIGHTS), e);
        }
    }
}
