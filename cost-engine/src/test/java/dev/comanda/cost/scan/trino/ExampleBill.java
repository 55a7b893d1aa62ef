package dev.comanda.cost.scan.trino;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.yaml.RulesReader;
import dev.comanda.cost.bill.Deliveries.Found;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The bill of the examples, and rules that use all there is in rules. */
final class ExampleBill {

    private static final Path EXPORT =
            Path.of(System.getProperty("comanda.shared", "../../shared"), "examples/bill/export");

    static final AllocationRules RULES = RulesReader.read(
            "the test's rules",
            """
            version: 1
            teams:
              payments: {domain: money, also: [Payments]}
              orders: {domain: marketplace}
              search: {domain: marketplace}
            rules:
              - name: Taxes are everybody's
                when: {charge_type: Tax}
                shared: proportional
              - name: Kubernetes itself
                when: {namespace: [kube-*, monitoring]}
                shared: even
              - name: Requests carry the network
                when: {usage_type: "*Bytes*"}
                shared: usage
                by: {usage_type: "*EKS-EC2-vCPU-Hours"}
              - name: Support
                when: {service: AWSSupport*}
                shared: {payments: 1, orders: 2}
              - name: Namespaces are named after teams
                team: ${namespace}
              - name: Tags
                team: ${tag:team}
              - name: Accounts
                when: {account: "*"}
                environment: production
            """);

    private ExampleBill() {}

    /** None where the examples are not there. */
    static List<PeriodFiles> export() {
        return Files.isDirectory(EXPORT)
                ? new FolderDeliveries(EXPORT)
                        .find(null).stream()
                                .map(found -> ((Found.Whole) found).delivery())
                                .map(ExampleBill::files)
                                .toList()
                : List.of();
    }

    private static PeriodFiles files(Delivery delivery) {
        return new PeriodFiles(
                delivery.period(),
                delivery.files().stream().map(file -> Path.of(file.place())).toList());
    }
}
