package dev.comanda.ops.ingest.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.ingest.RawRecord.Absent;
import dev.comanda.ops.ingest.RawRecord.Reason;
import dev.comanda.ops.testing.PostgresExtension;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InboxRawRecordsIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void aRecordOfAnObjectIsToldToLieInTheStoreAndNotToBeGone() {
        DSLContext database = postgres.dsl();
        database.execute(
                """
                insert into ingest.source (path, kind, sha256, size_bytes, read_at)
                values ('psp/stripe/a.csv', 'stripe', sha256('a'), 1, now());
                insert into ingest.inbox_file (inbox, path, size_bytes, modified_at, source_id)
                values ('s3://bucket/inbox', 'psp/stripe/a.csv', 1, now(), 1);
                """);

        assertThat(new InboxRawRecords(database).at(1, 7))
                .isEqualTo(new Absent("s3://bucket/inbox/psp/stripe/a.csv", 7, Reason.IN_OBJECT_STORE));
    }
}
