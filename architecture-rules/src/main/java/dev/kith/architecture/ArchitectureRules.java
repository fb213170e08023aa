package dev.kith.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules for the packages and names of a module, checked on its compiled main classes. */
public final class ArchitectureRules {

  private static final int MAX_FILES = 25;
  private static final String AVRO_GENERATED = "org.apache.avro.specific.AvroGenerated";

  private ArchitectureRules() {}

  /**
   * Checks that there is no cycle between packages, that no package has more than 25 source files,
   * and that no type name ends with a word that says nothing.
   *
   * @param roots the packages whose main classes are checked, with their subpackages
   * @throws AssertionError that lists every violation of the first rule that is broken
   */
  public static void check(String... roots) {
    JavaClasses main = mainClasses(roots);
    noCycleBetweenPackages().check(main);
    atMost25FilesPerPackage().check(main);
    noNameThatSaysNothing().check(main);
  }

  private static JavaClasses mainClasses(String... roots) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(ArchitectureRules::isWritten)
        .importPackages(roots);
  }

  /** Whether it is not one of the bean definitions that Micronaut generates. */
  private static boolean isWritten(Location location) {
    return !location.contains("/$");
  }

  static ArchRule noCycleBetweenPackages() {
    return slices()
        .matching("(**)")
        .should()
        .beFreeOfCycles()
        .because("a package must be readable without those that are built on it");
  }

  static ArchRule atMost25FilesPerPackage() {
    return classes().should(new FewFiles()).because("a larger package has no one subject");
  }

  static ArchRule noNameThatSaysNothing() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Common|Data|Info)")
        .orShould()
        .haveNameMatching(".*\\.Abstract[A-Z].*")
        .allowEmptyShould(true);
  }

  /** Counts source files by top-level types, without generated ones. */
  private static final class FewFiles extends ArchCondition<JavaClass> {

    private final Map<String, Set<String>> files = new TreeMap<>();

    FewFiles() {
      super("be in a package of at most %d source files", MAX_FILES);
    }

    @Override
    public void init(Collection<JavaClass> all) {
      files.clear();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean isCounted =
          type.isTopLevelClass()
              && !type.getSimpleName().equals("package-info")
              && !type.isAnnotatedWith(AVRO_GENERATED);
      if (isCounted) {
        files.computeIfAbsent(type.getPackageName(), name -> new HashSet<>()).add(type.getName());
      }
    }

    @Override
    public void finish(ConditionEvents events) {
      files.forEach(
          (name, types) -> {
            String message = "package %s has %d source files".formatted(name, types.size());
            events.add(new SimpleConditionEvent(name, types.size() <= MAX_FILES, message));
          });
    }
  }
}
