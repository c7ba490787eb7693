package org.cairnml.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** What no class of Cairn may do, each with its reason. */
final class Rules {

  static final ArchRule MODULE_ORDER =
      classes()
          .that()
          .resideOutsideOfPackage("org.cairnml")
          .should(Modules.useOnlyModulesBeforeTheirOwn())
          .because("modules are layers: each may use only those before it");

  static final ArchRule NO_CYCLES =
      slices()
          .matching("org.cairnml.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages that need each other are one package");

  static final ArchRule INCUBATOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.cairnml.linalg.simd")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator..")
          .because("a JVM without the flag could not load them");

  static final ArchRule REDUCE_LANES =
      noCalls(
          "floating-point reduceLanes",
          "its order of summation differs between interpreted and compiled code",
          access ->
              access.getName().startsWith("reduceLanes")
                  && (access.getTargetOwner().getSimpleName().equals("DoubleVector")
                      || access.getTargetOwner().getSimpleName().equals("FloatVector")
                      || access.getTargetOwner().getSimpleName().equals("Vector")));

  static final ArchRule STANDARD_STREAMS =
      noClasses()
          .that(are(library()))
          .should()
          .accessTargetWhere(
              accessTo(
                  "the standard streams",
                  access ->
                      owner(access, "java.lang.System")
                              && Set.of("out", "err", "in", "exit").contains(access.getName())
                          || access.getName().equals("printStackTrace")))
          .because("a library has no screen; System.Logger is for what users may want to know");

  static final ArchRule SERIALIZATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.Object(Input|Output)(Stream|Filter).*")
          .because("a file must not choose which classes are loaded");

  static final ArchRule CLASSES_BY_NAME =
      noCalls(
          "classes by their names",
          "a file must not choose which classes are loaded; ServiceLoader finds plug-ins",
          access ->
              owner(access, "java.lang.Class") && access.getName().equals("forName")
                  || access.getName().equals("loadClass")
                  || access.getName().equals("defineClass"));

  static final ArchRule RANDOMNESS =
      noCallsExceptIn(
          "org.cairnml.base.Seed",
          "randomness of its own",
          "only base.Seed makes generators, so that results can be repeated",
          access ->
              constructs(access, "java.util.Random", "java.util.SplittableRandom")
                  || access.getTargetOwner().getName().equals("java.security.SecureRandom")
                  || owner(access, "java.util.concurrent.ThreadLocalRandom")
                  || owner(access, "java.util.random.RandomGenerator") && isStatic(access)
                  || owner(access, "java.lang.Math") && access.getName().equals("random")
                  || owner(access, "java.util.UUID") && access.getName().equals("randomUUID")
                  || owner(access, "java.util.Collections")
                      && access.getName().equals("shuffle")
                      && parameters(access) == 1);

  static final ArchRule THREADS =
      noCallsExceptIn(
          "org.cairnml.base.WorkerThreads",
          "threads of its own",
          "the pool of base.Workers is the only one",
          access ->
              constructs(
                      access,
                      "java.lang.Thread",
                      "java.util.Timer",
                      "java.util.concurrent.ThreadPoolExecutor",
                      "java.util.concurrent.ScheduledThreadPoolExecutor",
                      "java.util.concurrent.ForkJoinPool")
                  || owner(access, "java.util.concurrent.Executors")
                  || owner(access, "java.util.concurrent.ForkJoinPool")
                  || access
                          .getTargetOwner()
                          .isAssignableTo("java.util.concurrent.CompletableFuture")
                      && access.getName().endsWith("Async"));

  static final ArchRule PARALLEL_STREAMS =
      noCalls(
          "parallel streams",
          "they run on a pool that is not ours and combine in no fixed order",
          access ->
              access.getName().equals("parallelStream")
                  || access.getName().equals("parallel") && streams(access)
                  || owner(access, "java.util.Arrays") && access.getName().startsWith("parallel"));

  static final ArchRule LOCALE =
      noCalls(
          "the locale of the machine",
          "text that programs read must not differ from country to country",
          access ->
              owner(access, "java.lang.String")
                      && Set.of("format", "toLowerCase", "toUpperCase").contains(access.getName())
                      && !takes(access, "java.util.Locale")
                  || Set.of("printf", "format").contains(access.getName())
                      && printer(access)
                      && !takes(access, "java.util.Locale")
                  || constructs(access, "java.text.DecimalFormat", "java.text.SimpleDateFormat")
                  || constructs(access, "java.util.Formatter")
                      && !takes(access, "java.util.Locale"));

  static final ArchRule CHARSET =
      noCalls(
          "the character set of the machine",
          "before JDK 18 it differs from machine to machine",
          access ->
              (owner(access, "java.lang.String") && access.getName().equals("getBytes")
                      || constructs(
                          access,
                          "java.io.InputStreamReader",
                          "java.io.OutputStreamWriter",
                          "java.io.FileReader",
                          "java.io.FileWriter",
                          "java.util.Scanner")
                      || constructs(access, "java.lang.String") && takes(access, "[B"))
                  && !takes(access, "java.nio.charset.Charset")
                  && !takes(access, "java.nio.charset.CharsetDecoder")
                  && !takes(access, "java.lang.Readable"));

  static final ArchRule NAMES =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Impl|Helpers?)")
          .because("a class is named for the one idea it holds");

  private Rules() {}

  private interface Forbidden {
    boolean is(JavaAccess<?> access);
  }

  private static ArchRule noCalls(String what, String why, Forbidden forbidden) {
    return noClasses().should().accessTargetWhere(accessTo(what, forbidden)).because(why);
  }

  private static ArchRule noCallsExceptIn(
      String allowed, String what, String why, Forbidden forbidden) {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(allowed)
        .should()
        .accessTargetWhere(accessTo(what, forbidden))
        .because(why);
  }

  private static DescribedPredicate<JavaClass> library() {
    return DescribedPredicate.not(
            resideInAPackage("org.cairnml.cli..").or(resideInAPackage("org.cairnml.benchmarks..")))
        .as("of the library");
  }

  private static DescribedPredicate<JavaAccess<?>> accessTo(String what, Forbidden forbidden) {
    return DescribedPredicate.describe(what, forbidden::is);
  }

  private static boolean owner(JavaAccess<?> access, String type) {
    return access.getTargetOwner().getName().equals(type);
  }

  private static boolean constructs(JavaAccess<?> access, String... types) {
    return access.getName().equals("<init>")
        && List.of(types).contains(access.getTargetOwner().getName());
  }

  private static boolean streams(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo("java.util.stream.BaseStream");
  }

  private static boolean printer(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo("java.io.PrintStream")
        || access.getTargetOwner().isAssignableTo("java.io.PrintWriter");
  }

  private static boolean isStatic(JavaAccess<?> access) {
    return Set.of("of", "getDefault").contains(access.getName());
  }

  private static List<String> parameterTypes(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
        : List.of();
  }

  private static int parameters(JavaAccess<?> access) {
    return parameterTypes(access).size();
  }

  private static boolean takes(JavaAccess<?> access, String type) {
    return parameterTypes(access).contains(type);
  }
}
