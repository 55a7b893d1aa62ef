package dev.comanda.ops.ingest;

/** What a reader noticed in a line that it took all the same. */
public record WarningView(long line, String sentence) {}
