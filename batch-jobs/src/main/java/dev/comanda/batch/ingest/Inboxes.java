package dev.comanda.batch.ingest;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Opens inboxes, wherever they lie. */
public final class Inboxes {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final @Nullable URI s3Endpoint;
    private final Clock clock;

    /**
     * @param s3Endpoint the address of a store that speaks as S3 does; null for S3 itself
     * @throws OpsException {@code UNUSABLE_ARGUMENT} if it is no address
     */
    public Inboxes(@Nullable String s3Endpoint, Clock clock) {
        this.s3Endpoint = s3Endpoint == null ? null : address(s3Endpoint);
        this.clock = clock;
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

    Inbox open(InboxLocation location) {
        return location.isS3() ? new S3Inbox(location, s3(), clock) : new FolderInbox(location);
    }

    /** Region and credentials are those that the SDK finds. What was read is told by a digest of our own. */
    private S3Client s3() {
        S3ClientBuilder s3 = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (s3Endpoint != null) {
            s3.endpointOverride(s3Endpoint).forcePathStyle(true);
        }
        return s3.build();
    }
}
