package dev.comanda.batch.simulator;

import java.nio.file.Path;

/** Where the files of a day are written: one inbox for all of them, or a folder for each night. */
interface InboxFolders {

    Path on(long day);

    static InboxFolders one(Path inbox) {
        return day -> inbox;
    }

    /** A folder named by the date of the night that it reaches the inbox before. */
    static InboxFolders eachNight(Path folder) {
        return day -> folder.resolve(new Line().date(day).toString());
    }
}
