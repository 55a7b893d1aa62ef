package dev.comanda.ops.marketplace;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document of an application, kept elsewhere. Its dates may be given as dates or times; a time counts by its São Paulo date.
 */
public record ApplicantDocument(
        String kind, String uri, String sha256, @Nullable LocalDate issuedAt, @Nullable LocalDate expiresAt) {}
