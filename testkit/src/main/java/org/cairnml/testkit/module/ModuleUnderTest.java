package org.cairnml.testkit.module;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/**
 * The compiled classes and descriptor of one module, read from where its classes come from, though
 * tests run on the class path.
 */
public final class ModuleUnderTest {

  private final URL location;
  private final ModuleReference reference;

  private ModuleUnderTest(URL location, ModuleReference reference) {
    this.location = location;
    this.reference = reference;
  }

  /** The module that a class belongs to. */
  public static ModuleUnderTest of(Class<?> member) {
    URL location = member.getProtectionDomain().getCodeSource().getLocation();
    try {
      Set<ModuleReference> found = ModuleFinder.of(Path.of(location.toURI())).findAll();
      if (found.size() != 1) {
        throw new AssertionError("expected one module in " + location + ", found " + found);
      }
      return new ModuleUnderTest(location, found.iterator().next());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its descriptor. */
  public ModuleDescriptor descriptor() {
    return reference.descriptor();
  }

  /** The names of its public concrete classes that implement a type. */
  public Set<String> implementations(Class<?> type) {
    return new ClassFileImporter()
        .importUrl(location).stream()
            .filter(c -> c.isAssignableTo(type.getName()))
            .filter(c -> !c.isInterface() && !c.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Fails unless the instances have between them every class here that implements the type. */
  public void requireListed(Class<?> type, Collection<?> instances) {
    Set<String> listed =
        instances.stream()
            .map(i -> i.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> forgotten = new TreeSet<>(implementations(type));
    forgotten.removeAll(listed);
    Assertions.assertThat(forgotten)
        .as("%ss of %s missing from the list", type.getSimpleName(), descriptor().name())
        .isEmpty();
  }

  /**
   * Fails unless {@code module-info} and {@code META-INF/services} both provide every class here
   * that implements the type.
   */
  public void requireServices(Class<?> type) {
    Set<String> implementations = implementations(type);
    Set<String> provided =
        descriptor().provides().stream()
            .filter(p -> p.service().equals(type.getName()))
            .flatMap(p -> p.providers().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Assertions.assertThat(provided)
        .as("%ss that the descriptor of %s provides", type.getSimpleName(), descriptor().name())
        .isEqualTo(implementations);
    Assertions.assertThat(servicesFile(type))
        .as("%ss in META-INF/services of %s", type.getSimpleName(), descriptor().name())
        .isEqualTo(implementations);
  }

  private Set<String> servicesFile(Class<?> type) {
    try (var reader = reference.open()) {
      var bytes = reader.read("META-INF/services/" + type.getName());
      if (bytes.isEmpty()) {
        return Set.of();
      }
      return StandardCharsets.UTF_8
          .decode(bytes.get())
          .toString()
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
