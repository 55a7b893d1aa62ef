package dev.comanda.cost.bucket;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects of a bucket whose keys begin alike.
 *
 * @param bucket its name
 * @param prefix what the keys begin with: empty, or with a slash at its end
 */
public record BucketPrefix(String bucket, String prefix) {

    private static final String SCHEME = "s3://";
    private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*?)/*)?");

    /** Whether a text means to be the address of a bucket; {@link #of} says if it is one. */
    public static boolean isMeant(String text) {
        return text.startsWith(SCHEME);
    }

    /** Empty for what is not {@code s3://bucket/prefix}. */
    public static Optional<BucketPrefix> of(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String path = matcher.group(2);
        return Optional.of(new BucketPrefix(matcher.group(1), path == null || path.isEmpty() ? "" : path + "/"));
    }

    /** The address of an object of the bucket. */
    public String addressOf(String key) {
        return SCHEME + bucket + "/" + key;
    }

    /** The address, without a slash at its end. */
    @Override
    public String toString() {
        return addressOf(prefix).replaceAll("/+$", "");
    }
}
