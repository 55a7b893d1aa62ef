package dev.comanda.batch.database;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of the embedded server, chosen for bulk work (COPY, hash joins over a whole day) on a machine that the
 * Java process shares.
 *
 * @param memoryBytes the memory of the machine, or of the container
 * @param processors how many there are
 */
record PostgresSettings(long memoryBytes, int processors) {

    private static final long MIB = 1024L * 1024;
    private static final long SHARED_BUFFERS_MIN_MIB = 128;
    private static final long SHARED_BUFFERS_MAX_MIB = 1024;
    private static final long WORK_MEMORY_MIN_MIB = 16;
    private static final long WORK_MEMORY_MAX_MIB = 128;
    private static final long TEMPORARY_MEMORY_MIN_MIB = 16;
    private static final long TEMPORARY_MEMORY_MAX_MIB = 256;
    private static final long MAINTENANCE_MEMORY_MIN_MIB = 64;
    private static final long MAINTENANCE_MEMORY_MAX_MIB = 512;

    static PostgresSettings ofThisMachine() {
        long memoryBytes = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
        return new PostgresSettings(memoryBytes, Runtime.getRuntime().availableProcessors());
    }

    /** Name and value, in the order in which they are given to the server. */
    Map<String, String> asMap() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        // Without a socket in the file system its path can be as long as the data folder's likes.
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("shared_buffers", part(16, SHARED_BUFFERS_MIN_MIB, SHARED_BUFFERS_MAX_MIB));
        settings.put("effective_cache_size", part(2, SHARED_BUFFERS_MIN_MIB, Long.MAX_VALUE));
        settings.put("work_mem", part(256, WORK_MEMORY_MIN_MIB, WORK_MEMORY_MAX_MIB));
        // A night's items are temporary tables of a hundred megabytes and more; what has no room here goes through the
        // disk.
        settings.put("temp_buffers", part(64, TEMPORARY_MEMORY_MIN_MIB, TEMPORARY_MEMORY_MAX_MIB));
        settings.put("maintenance_work_mem", part(64, MAINTENANCE_MEMORY_MIN_MIB, MAINTENANCE_MEMORY_MAX_MIB));
        settings.put("max_worker_processes", Integer.toString(processors + 8));
        settings.put("max_parallel_workers", Integer.toString(processors));
        settings.put("max_parallel_workers_per_gather", Integer.toString(Math.max(1, processors / 2)));
        // What was committed is on the disk, here as in production: money is reconciled on it.
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("wal_compression", "on");
        settings.put("max_wal_size", "8GB");
        settings.put("checkpoint_timeout", "15min");
        // The data folder lies on a disk without moving parts; compiling queries costs more than it gains here.
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        return settings;
    }

    private String part(long divisor, long minimumMib, long maximumMib) {
        long mib = memoryBytes / divisor / MIB;
        return Math.max(minimumMib, Math.min(maximumMib, mib)) + "MB";
    }
}
