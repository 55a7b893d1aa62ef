package dev.comanda.ops.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The compiled classes of the module whose tests run, read once for all rules. */
final class ModuleClasses {

    private ModuleClasses() {}

    static final class Production {
        static final JavaClasses CLASSES = read("classes");

        private Production() {}
    }

    static final class Tests {
        static final JavaClasses CLASSES = read("test-classes");

        private Tests() {}
    }

    private static JavaClasses read(String directory) {
        return new ClassFileImporter().importPath(Path.of("target", directory));
    }
}
