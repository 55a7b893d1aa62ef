package dev.comanda.batch.nightly;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Import;

/** Brings the nights into an application that does not name the classes of the jobs; the command line finds them itself. */
@AutoConfiguration
@ConditionalOnMissingBean(Nights.class)
@Import({
    NightlyJobConfiguration.class,
    DecisionConfiguration.class,
    LedgerConfiguration.class,
    Nights.class,
    NightReport.class,
    MissedNights.class
})
public class NightlyAutoConfiguration {}
