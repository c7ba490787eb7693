package org.cairnml.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule finds each class that was written to break it. */
final class RulesFindViolationsTest {

  private static final String FIXTURES = "org.cairnml.architecture.fixture";

  /** Rules that are broken by more than one class together or by a name, and where. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "MODULE_ORDER", "org.cairnml.base.fixture",
          "NO_CYCLES", FIXTURES,
          "NAMES", FIXTURES);

  @TestFactory
  Stream<DynamicTest> everyRuleFindsItsViolations() {
    JavaClasses fixtures = new ClassFileImporter().importPackages(FIXTURES);
    return Arrays.stream(Rules.class.getDeclaredFields())
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .flatMap(field -> tests(field, fixtures));
  }

  private static Stream<DynamicTest> tests(Field field, JavaClasses fixtures) {
    String name = field.getName();
    if (ELSEWHERE.containsKey(name)) {
      JavaClasses classes = new ClassFileImporter().importPackages(ELSEWHERE.get(name));
      return Stream.of(finds(field, name, classes));
    }
    List<JavaClass> violating =
        fixtures.stream().filter(c -> c.getSimpleName().startsWith(camelCase(name))).toList();
    assertThat(violating).as("classes that break %s", name).isNotEmpty();
    return violating.stream()
        .map(
            c ->
                finds(
                    field, c.getSimpleName(), new ClassFileImporter().importClasses(c.reflect())));
  }

  private static DynamicTest finds(Field field, String what, JavaClasses classes) {
    return DynamicTest.dynamicTest(
        field.getName() + " finds " + what,
        () ->
            assertThat(((ArchRule) field.get(null)).evaluate(classes).hasViolation())
                .as("violation found")
                .isTrue());
  }

  private static String camelCase(String constant) {
    StringBuilder text = new StringBuilder();
    for (String word : constant.split("_")) {
      text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }
}
