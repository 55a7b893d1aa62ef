package dev.comanda.batch.ingest;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an inbox lies, as the database knows it too.
 *
 * @param text the absolute path of a folder, or {@code s3://bucket/prefix} without a slash at its end
 */
public record InboxLocation(String text) {

    private static final String S3 = "s3://";
    private static final Pattern S3_PREFIX = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(/.*)?");

    /** @throws OpsException {@code UNUSABLE_ARGUMENT} if it is neither a folder nor a prefix of a bucket */
    public static InboxLocation of(String given) {
        if (!given.startsWith(S3)) {
            return of(Path.of(given));
        }
        if (!S3_PREFIX.matcher(given).matches()) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT,
                    "the inbox " + given + " names no bucket; write it as s3://bucket/prefix");
        }
        return new InboxLocation(given.replaceAll("/+$", ""));
    }

    public static InboxLocation of(Path folder) {
        return new InboxLocation(folder.toAbsolutePath().normalize().toString());
    }

    public boolean isS3() {
        return text.startsWith(S3);
    }

    Path folder() {
        return Path.of(text);
    }

    String bucket() {
        return s3().group(1);
    }

    /** What the keys of its objects begin with: empty, or with a slash at its end. */
    String prefix() {
        String path = s3().group(2);
        return path == null ? "" : path.substring(1) + "/";
    }

    private Matcher s3() {
        Matcher s3 = S3_PREFIX.matcher(text);
        if (!s3.matches()) {
            throw new IllegalStateException(text + " lies not in S3");
        }
        return s3;
    }

    @Override
    public String toString() {
        return text;
    }
}
