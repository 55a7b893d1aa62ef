package dev.comanda.batch.bucket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A store on the loopback that speaks so much of S3 as reading a bucket needs, and breaks off when it is told to. */
public final class S3Store implements AutoCloseable {

    public static final String BUCKET = "inbox";

    private static final int PAGE = 4;
    private static final Instant LONG_AGO = Instant.parse("2026-10-14T20:00:00Z");

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final List<String> downloads = new CopyOnWriteArrayList<>();
    private volatile boolean denied;
    private volatile String breaking = "";
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile Consumer<String> afterDownload = key -> {};

    private S3Store(HttpServer server) {
        this.server = server;
    }

    public static S3Store start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        S3Store store = new S3Store(server);
        server.createContext("/", store::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return store;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void put(String key, byte[] content) {
        objects.put(key, content);
    }

    public void putAll(String prefix, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(prefix + "/" + folder.relativize(file), Files.readAllBytes(file));
            }
        }
    }

    public List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    public int downloads() {
        return downloads.size();
    }

    /** The keys of what was fetched, in its order, also of what was broken off. */
    public List<String> downloaded() {
        return List.copyOf(downloads);
    }

    /** Answers nobody from now on. */
    public void deny() {
        denied = true;
    }

    /** Cuts the next downloads of an object in their middle. */
    public void breakOff(String key, int times) {
        breaking = key;
        breaks.set(times);
    }

    public void afterNextDownload(Runnable action) {
        afterDownload("", action);
    }

    /** Acts once, when an object whose key ends so was sent. */
    public void afterDownload(String ending, Runnable action) {
        afterDownload = key -> {
            if (key.matches(".*" + ending)) {
                afterDownload = other -> {};
                action.run();
            }
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = exchange.getRequestURI().getPath().replaceFirst("^/" + BUCKET + "/?", "");
            if (denied) {
                send(exchange, 403, error("AccessDenied"));
            } else if (!exchange.getRequestURI().getPath().startsWith("/" + BUCKET)) {
                send(exchange, 404, error("NoSuchBucket"));
            } else if (key.isEmpty()) {
                send(exchange, 200, list(exchange));
            } else {
                object(exchange, key);
            }
        }
    }

    private byte[] list(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        List<String> keys = objects.keySet().stream()
                .filter(key -> key.startsWith(parameter(query, "prefix")))
                .toList();
        String token = parameter(query, "continuation-token");
        int from = token.isEmpty() ? 0 : Integer.parseInt(token);
        int to = Math.min(keys.size(), from + PAGE);
        StringBuilder xml =
                new StringBuilder("<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>%s</IsTruncated>"
                        .formatted(to < keys.size()));
        xml.append(to < keys.size() ? "<NextContinuationToken>%d</NextContinuationToken>".formatted(to) : "");
        for (String key : keys.subList(from, to)) {
            byte[] content = Objects.requireNonNull(objects.get(key));
            xml.append("<Contents><Key>%s</Key><Size>%d</Size><LastModified>%s</LastModified><ETag>%s</ETag></Contents>"
                    .formatted(
                            URLEncoder.encode(key, StandardCharsets.UTF_8),
                            content.length,
                            LONG_AGO.truncatedTo(ChronoUnit.SECONDS),
                            eTag(content).replace("\"", "&quot;")));
        }
        return bytes(xml.append("</ListBucketResult>").toString());
    }

    private void object(HttpExchange exchange, String key) throws IOException {
        byte[] content = objects.get(key);
        if (content == null) {
            send(exchange, 404, error("NoSuchKey"));
            return;
        }
        exchange.getResponseHeaders().set("ETag", eTag(content));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        String wanted = exchange.getRequestHeaders().getFirst("If-Match");
        if (wanted != null && !wanted.equals(eTag(content))) {
            send(exchange, 412, error("PreconditionFailed"));
            return;
        }
        downloads.add(key);
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        if (key.equals(breaking) && breaks.getAndDecrement() > 0) {
            sendHalf(exchange, rest);
            return;
        }
        send(exchange, range == null ? 200 : 206, rest);
        afterDownload.accept(key);
    }

    private static void sendHalf(HttpExchange exchange, byte[] content) {
        try {
            exchange.sendResponseHeaders(200, content.length);
            OutputStream out = exchange.getResponseBody();
            out.write(content, 0, content.length / 2);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
    }

    private static byte[] error(String code) {
        return bytes("<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, code));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String eTag(byte[] content) {
        return "\"" + Integer.toHexString(Arrays.hashCode(content)) + "\"";
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
