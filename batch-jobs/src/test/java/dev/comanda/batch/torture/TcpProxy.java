package dev.comanda.batch.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Stands between a night and its database, on the loopback, and passes bytes on as its line does. */
final class TcpProxy implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 1000;

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Line line;
    private final AtomicLong passed = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        return thread;
    });

    private TcpProxy(ServerSocket door, String host, int port, Line line) {
        this.door = door;
        this.host = host;
        this.port = port;
        this.line = line;
    }

    static TcpProxy before(String host, int port, Line line) throws IOException {
        TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port, line);
        proxy.threads.execute(proxy::welcome);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many bytes came to it, both ways together. */
    long passedBytes() {
        return passed.get();
    }

    private void welcome() {
        for (int connections = 0; connections < MOST_CONNECTIONS; connections++) {
            try {
                Socket near = accepted(door.accept());
                Socket far = accepted(new Socket(host, port));
                threads.execute(() -> pump(near, far));
                threads.execute(() -> pump(far, near));
            } catch (IOException closed) {
                if (door.isClosed()) {
                    return;
                }
            }
        }
    }

    private Socket accepted(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        return socket;
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[line.mostBytesAtOnce()];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                long total = passed.addAndGet(length);
                if (total > line.cutAfterBytes()) {
                    cut();
                    return;
                }
                if (total <= line.silentAfterBytes()) {
                    // The delay is what is tested; nothing waits for it to be over.
                    LockSupport.parkNanos(line.delayNanos());
                    out.write(piece, 0, length);
                }
            }
        } catch (IOException theOtherEndIsGone) {
            // Both ends are closed above, which is all that a line can tell.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Everybody hears at once that the line is gone: a reset, no orderly end. */
    private void cut() throws IOException {
        door.close();
        for (Socket each : open) {
            try {
                each.setSoLinger(true, 0);
            } catch (IOException isClosedAlready) {
                continue;
            }
            each.close();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : open) {
            each.close();
        }
        threads.shutdownNow();
    }
}
