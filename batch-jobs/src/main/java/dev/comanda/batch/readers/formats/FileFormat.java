package dev.comanda.batch.readers.formats;

import dev.comanda.batch.readers.RecordReader;
import dev.comanda.batch.readers.adyen.AdyenSettlementReader;
import dev.comanda.batch.readers.camt.CamtStatementReader;
import dev.comanda.batch.readers.cnab.CnabReturnReader;
import dev.comanda.batch.readers.dlocal.DlocalSettlementReader;
import dev.comanda.batch.readers.mt940.Mt940Reader;
import dev.comanda.batch.readers.ofx.OfxReader;
import dev.comanda.batch.readers.pix.PixListReader;
import dev.comanda.batch.readers.stripe.StripePayoutReader;
import java.util.Locale;

/** The formats of the files of providers and banks. */
public enum FileFormat {
    ADYEN,
    STRIPE,
    DLOCAL,
    PIX,
    CAMT053,
    MT940,
    OFX,
    CNAB240;

    /** The name that reports of a run use. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A reader of this format; it may read any number of files, one after the other. */
    public RecordReader reader() {
        return switch (this) {
            case ADYEN -> new AdyenSettlementReader();
            case STRIPE -> new StripePayoutReader();
            case DLOCAL -> new DlocalSettlementReader();
            case PIX -> new PixListReader();
            case CAMT053 -> new CamtStatementReader();
            case MT940 -> new Mt940Reader();
            case OFX -> new OfxReader();
            case CNAB240 -> new CnabReturnReader();
        };
    }
}
