package dev.comanda.cost.allocation.yaml;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.RulesKeeper;
import dev.comanda.cost.allocation.UnusableRulesException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a file that is named, else of the file in the data folder, else those that come with the product. */
public final class RulesFiles implements RulesKeeper {

    private static final String SHIPPED = "/dev/comanda/cost/allocation/default-rules.yaml";

    private final @Nullable Path named;
    private final Path inDataFolder;

    /**
     * @param named must be there; null where none is named
     * @param inDataFolder counts when it is there
     */
    public RulesFiles(@Nullable Path named, Path inDataFolder) {
        this.named = named;
        this.inDataFolder = inDataFolder;
    }

    @Override
    public AllocationRules current() {
        if (named != null) {
            return of(named);
        }
        return Files.isRegularFile(inDataFolder) ? of(inDataFolder) : shipped();
    }

    @Override
    public AllocationRules read(String origin, String content) {
        return RulesReader.read(origin, content);
    }

    @Override
    public boolean mayReplace() {
        return named == null;
    }

    /** Written beside it first, so that nobody ever reads half a file. */
    @Override
    public void replace(String content) {
        if (named != null) {
            throw new IllegalStateException("the rules are those of " + named + "; change them there");
        }
        RulesReader.read(inDataFolder.toString(), content);
        Path beside = inDataFolder.resolveSibling(inDataFolder.getFileName() + ".new");
        try {
            Files.createDirectories(inDataFolder.toAbsolutePath().getParent());
            Files.writeString(beside, content);
            Files.move(beside, inDataFolder, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the rules cannot be written to " + inDataFolder + "; make the folder writable: " + e.getMessage(),
                    e);
        }
    }

    private static AllocationRules of(Path file) {
        try {
            return RulesReader.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UnusableRulesException(
                    file.toString(), List.of("the file cannot be read as UTF-8 text: " + e.getMessage()));
        }
    }

    /** The rules that come with the product: each owner is what its tag says. */
    public static AllocationRules shipped() {
        try (InputStream file = RulesFiles.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the class path");
            }
            return RulesReader.read("the shipped rules", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED + " cannot be read", e);
        }
    }
}
