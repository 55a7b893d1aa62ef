package dev.comanda.web.uploads;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an upload that is larger than the server reads go on as a look at its form's address. Else the first who asks for a
 * parameter fails, long before the form, and the person sees a page without a way out.
 */
@Component
@Order(LargeUploads.BEFORE_SECURITY)
public class LargeUploads extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final String MARK = LargeUploads.class.getName();

    private final DataSize limit;

    LargeUploads(@Value("${spring.servlet.multipart.max-request-size}") DataSize limit) {
        this.limit = limit;
    }

    /** Whether the request was an upload that is too large, and was not read. */
    public static boolean isOne(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean isUpload = type != null && type.startsWith("multipart/");
        if (isUpload && request.getContentLengthLong() > limit.toBytes()) {
            request.setAttribute(MARK, true);
            chain.doFilter(new WithoutBody(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
