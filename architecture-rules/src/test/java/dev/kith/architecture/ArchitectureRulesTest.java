package dev.kith.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

  @Test
  void twoPackagesThatDependOnEachOtherAreACycle() {
    assertThatThrownBy(() -> ArchitectureRules.noCycleBetweenPackages().check(samples("cyclic")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle detected");
  }

  @Test
  void aPackageMayDependOnAnother() {
    assertThatCode(() -> ArchitectureRules.noCycleBetweenPackages().check(samples("straight")))
        .doesNotThrowAnyException();
  }

  @Test
  void aPackageOfMoreThan25FilesIsNamedWithItsCount() {
    JavaClasses large = new ClassFileImporter().importPackages("com.tngtech.archunit.core.domain");

    assertThatThrownBy(() -> ArchitectureRules.atMost25FilesPerPackage().check(large))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "(?s).*package com.tngtech.archunit.core.domain has \\d+ source files.*");
  }

  @Test
  void aNameThatSaysNothingIsRefused() {
    JavaClasses idle = new ClassFileImporter().importClasses(SampleHelper.class);

    assertThatThrownBy(() -> ArchitectureRules.noNameThatSaysNothing().check(idle))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("SampleHelper");
  }

  @Test
  void theRulesThemselvesKeepTheRules() {
    assertThatCode(() -> ArchitectureRules.check("dev.kith.architecture"))
        .doesNotThrowAnyException();
  }

  private static JavaClasses samples(String name) {
    return new ClassFileImporter().importPackages("dev.kith.architecture." + name);
  }

  private static final class SampleHelper {}
}
