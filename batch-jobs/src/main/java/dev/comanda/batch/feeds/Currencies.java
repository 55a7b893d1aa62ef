package dev.comanda.batch.feeds;

import java.util.HashMap;
import java.util.Map;

/**
 * The currencies of ISO 4217 that money is paid in, with the digits that each has after the point (list one, without metals,
 * drawing rights and codes for testing). A table of our own, because the JDK's grows with the JDK and still holds currencies that
 * are gone: the same feed must read the same on all of them.
 */
final class Currencies {

    /** As many digits as any currency has after the point. */
    static final int MOST_DECIMALS = 4;

    private static final String WITHOUT_DECIMALS =
            "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    private static final String WITH_TWO =
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN"
                    + " BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS"
                    + " GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA"
                    + " MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD"
                    + " RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN"
                    + " UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";
    private static final String WITH_THREE = "BHD IQD JOD KWD LYD OMR TND";
    private static final String WITH_FOUR = "CLF UYW";

    private static final Map<String, Integer> DECIMALS = table();

    private Currencies() {}

    static boolean isKnown(String code) {
        return DECIMALS.containsKey(code);
    }

    /** How many digits the currency has after the point. */
    static int decimals(String code) {
        Integer decimals = DECIMALS.get(code);
        if (decimals == null) {
            throw new IllegalArgumentException(code + " is no ISO 4217 currency");
        }
        return decimals;
    }

    static Map<String, Integer> all() {
        return Map.copyOf(DECIMALS);
    }

    private static Map<String, Integer> table() {
        Map<String, Integer> table = new HashMap<>();
        add(table, WITHOUT_DECIMALS, 0);
        add(table, WITH_TWO, 2);
        add(table, WITH_THREE, 3);
        add(table, WITH_FOUR, MOST_DECIMALS);
        return table;
    }

    private static void add(Map<String, Integer> table, String codes, int decimals) {
        for (String code : codes.split(" ")) {
            table.put(code, decimals);
        }
    }
}
