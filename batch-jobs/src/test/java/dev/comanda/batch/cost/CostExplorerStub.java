package dev.comanda.batch.cost;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Cost Explorer on the loopback: gives the answers that were put in, in their order, by operation. */
final class CostExplorerStub implements AutoCloseable {

    private static final String TARGET = "AWSInsightsIndexService.";

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private record Answer(int status, String json) {}

    private CostExplorerStub(HttpServer server) {
        this.server = server;
    }

    static CostExplorerStub start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CostExplorerStub stub = new CostExplorerStub(server);
        server.createContext("/", stub::answer);
        server.start();
        return stub;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(String operation, String json) {
        put(operation, new Answer(200, json));
    }

    /** Answers with an error of AWS's JSON protocol. */
    void refuses(String operation, String error) {
        put(operation, new Answer(400, "{\"__type\": \"" + error + "\", \"message\": \"said by AWS\"}"));
    }

    /** What was asked: the operation and what it was asked with. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void put(String operation, Answer answer) {
        answers.computeIfAbsent(operation, any -> new ArrayDeque<>()).add(answer);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String operation =
                    exchange.getRequestHeaders().getFirst("X-Amz-Target").substring(TARGET.length());
            asked.add(operation + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer answer = answers.getOrDefault(operation, new ArrayDeque<>()).poll();
            if (answer == null) {
                answer = new Answer(500, "{\"message\": \"nothing was put in for " + operation + "\"}");
            }
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
