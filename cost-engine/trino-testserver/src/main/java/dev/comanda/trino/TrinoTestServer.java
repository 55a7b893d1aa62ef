package dev.comanda.trino;

import io.trino.plugin.memory.MemoryPlugin;
import io.trino.server.testing.TestingTrinoServer;
import java.io.PrintStream;
import java.util.Map;

/** A Trino of one node on a free port of this machine, with the catalog {@code memory}. It says where it is, and ends with its input. */
public final class TrinoTestServer {

    private TrinoTestServer() {}

    public static void main(String[] arguments) throws Exception {
        // The server takes standard output for its log.
        PrintStream output = System.out;
        TestingTrinoServer server = TestingTrinoServer.builder()
                .setProperties(Map.of("query.max-memory-per-node", "400MB"))
                .build();
        server.installPlugin(new MemoryPlugin());
        server.createCatalog("memory", "memory", Map.of());
        output.println("READY " + server.getAddress());
        while (System.in.read() >= 0) {
            // What comes before the end says nothing.
        }
        // Its own close() waits for each of its parts.
        Runtime.getRuntime().halt(0);
    }
}
