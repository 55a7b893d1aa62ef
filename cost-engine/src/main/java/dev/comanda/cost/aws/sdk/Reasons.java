package dev.comanda.cost.aws.sdk;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why AWS, or a store that speaks as S3 does, did not do what it was asked, so that who operates it knows what to mend. */
public final class Reasons {

    private static final int REDIRECTED = 301;
    private static final int DENIED = 403;

    private Reasons() {}

    /** @param rights what the credentials must be allowed to do */
    public static String of(SdkException problem, String rights) {
        if (problem instanceof AwsServiceException answered) {
            return answer(answered, rights);
        }
        String message = firstLine(problem);
        if (message.contains("Unable to load region")) {
            return "no region is configured; set AWS_REGION";
        }
        if (message.contains("Unable to load credentials")) {
            return "no credentials are found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with AWS_PROFILE";
        }
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof UnknownHostException) {
                return "it cannot be reached, no host is called " + each.getMessage();
            }
            if (each instanceof ConnectException || each instanceof SocketTimeoutException) {
                return "it cannot be reached: " + each.getMessage();
            }
        }
        return message;
    }

    private static String answer(AwsServiceException answered, String rights) {
        String code = answered.awsErrorDetails() == null
                ? null
                : answered.awsErrorDetails().errorCode();
        if (answered.statusCode() == DENIED || "AccessDeniedException".equals(code)) {
            return "access is denied" + (code == null ? "" : " (" + code + ")") + "; the credentials need " + rights;
        }
        if (answered.statusCode() == REDIRECTED) {
            return "the bucket lies in another region; set AWS_REGION";
        }
        return firstLine(answered);
    }

    private static String firstLine(SdkException problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("no reason is given");
    }
}
