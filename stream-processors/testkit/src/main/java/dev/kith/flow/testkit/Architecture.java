package dev.kith.flow.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules every processor module keeps. */
public final class Architecture {
  private Architecture() {}

  /**
   * Checks the main classes of a step.
   *
   * @param root package of the step, such as {@code dev.kith.identity}
   */
  public static void assertKept(String root) {
    JavaClasses main =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    rules(root).forEach(rule -> rule.check(main));
  }

  private static List<ArchRule> rules(String root) {
    return List.of(noStepKnowsAnother(root), onlyTopologiesUseTheDsl());
  }

  private static ArchRule noStepKnowsAnother(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "belong to this step, to flow, to the contract, to the clients or to no step at all",
                used ->
                    !used.getPackageName().startsWith("dev.kith.")
                        || used.getPackageName().startsWith(root)
                        || used.getPackageName().startsWith("dev.kith.flow")
                        || used.getPackageName().startsWith("dev.kith.schemas")
                        || used.getPackageName().startsWith("dev.kith.clients")));
  }

  private static ArchRule onlyTopologiesUseTheDsl() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Topology")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka.streams.kstream..")
        .because("a topology class wires the steps, and their logic is plain Java");
  }
}
