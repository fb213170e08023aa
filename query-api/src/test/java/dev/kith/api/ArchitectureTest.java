package dev.kith.api;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.kith.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.kith.api";

  @Test
  void packagesKeepTheRulesOfEveryModule() {
    ArchitectureRules.check(ROOT);
  }

  @Test
  void aSearchReadsFromRequestToQueryToIndex() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("error")
        .definedBy(ROOT + ".error")
        .layer("search")
        .definedBy(ROOT + ".search")
        .layer("query")
        .definedBy(ROOT + ".query")
        .layer("document")
        .definedBy(ROOT + ".document")
        .layer("index")
        .definedBy(ROOT + ".index")
        .layer("request")
        .definedBy(ROOT + ".request")
        .whereLayer("error")
        .mayNotAccessAnyLayer()
        .whereLayer("search")
        .mayOnlyAccessLayers("error")
        .whereLayer("query")
        .mayOnlyAccessLayers("document", "search", "error")
        .whereLayer("document")
        .mayNotAccessAnyLayer()
        .whereLayer("index")
        .mayOnlyAccessLayers("document", "query", "search", "error")
        .whereLayer("request")
        .mayOnlyAccessLayers("index", "document", "query", "search", "error")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT));
  }
}
