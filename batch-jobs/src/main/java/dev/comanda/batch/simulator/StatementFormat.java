package dev.comanda.batch.simulator;

import java.io.IOException;

/** Writes one statement of one account in the format of its bank. */
interface StatementFormat {

    /** The account's number as the statement has it. */
    String account();

    String pathOn(long day);

    void write(InboxFile file, Statement statement) throws IOException;
}
