package org.cairnml.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All modules keep all {@link Rules}, and each rule is able to find a class that does not. */
final class ArchitectureTest {

  private static final String TESTKIT = Modules.ROOT + "testkit..";

  private static JavaClasses cairn;

  @BeforeAll
  static void read() {
    cairn =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cairnml")
            .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(TESTKIT)));
  }

  static List<ArchRule> rules() {
    return Arrays.stream(Rules.class.getDeclaredFields())
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .map(ArchitectureTest::value)
        .toList();
  }

  private static ArchRule value(Field field) {
    try {
      return (ArchRule) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> rulesHold() {
    return rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(cairn)));
  }

  @Test
  void classesOfAllModulesWereRead() {
    List<String> packages =
        List.of("base", "linalg", "optimize", "core", "data", "metrics", "pipeline", "linear");
    for (String name : packages) {
      assertThat(cairn.containPackage(Modules.ROOT + name)).as(name).isTrue();
    }
    assertThat(cairn.containPackage(Modules.ROOT + "cli")).as("cli").isTrue();
  }
}
