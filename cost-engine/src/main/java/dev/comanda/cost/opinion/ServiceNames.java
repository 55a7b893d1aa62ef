package dev.comanda.cost.opinion;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What a service is called: Cost Explorer says "Elastic Load Balancing" of what the bill says is {@code AWSELB}. Where one name of the
 * one are several of the other, they are compared together: what the bill says is {@code AmazonEC2} are two services to Cost Explorer.
 */
public final class ServiceNames {

    private final Map<String, String> byProductCode = new HashMap<>();
    private final Map<String, String> byExplorerName = new HashMap<>();

    private ServiceNames() {}

    /** Those of {@code service-names.csv} beside this class: service, what Cost Explorer calls it, product code. */
    public static ServiceNames shipped() {
        ServiceNames names = new ServiceNames();
        try (InputStream csv = Objects.requireNonNull(ServiceNames.class.getResourceAsStream("service-names.csv"));
                Reader text = new InputStreamReader(csv, StandardCharsets.UTF_8)) {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            for (CSVRecord row : format.parse(text)) {
                names.byExplorerName.put(row.get("cost_explorer"), row.get("service"));
                names.byProductCode.put(row.get("product_code"), row.get("service"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the names of services cannot be read", e);
        }
        return names;
    }

    Optional<String> ofProductCode(String code) {
        return Optional.ofNullable(byProductCode.get(code));
    }

    Optional<String> ofExplorerName(String name) {
        return Optional.ofNullable(byExplorerName.get(name));
    }
}
