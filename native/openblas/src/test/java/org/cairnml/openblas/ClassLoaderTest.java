package org.cairnml.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A class loader that used Cairn, as an application server makes one, can be unloaded. */
class ClassLoaderTest {

  private static final String UNLOADED = "unloaded";
  private static final int PATIENCE = 150;

  @Test
  void withBackendsInJavaNothingHoldsOnToTheClassLoader() throws Exception {
    assertThat(unload(entry -> !entry.contains("openblas") && !entry.contains("javacpp"))).isTrue();
  }

  /** JavaCPP has a thread that never ends, unless it is told to do without. */
  @Test
  void withOpenBlasTheThreadOfJavaCppMustBeSwitchedOff() throws Exception {
    String output = ChildJvm.run(ClassLoaderTest.class, "-Dorg.bytedeco.javacpp.noPointerGC=true");
    assertThat(output).contains(UNLOADED);
  }

  /** Unloads with the whole class path. */
  public static void main(String[] args) throws Exception {
    System.out.println(unload(entry -> true) ? UNLOADED : "still there");
  }

  private static boolean unload(Predicate<String> entries) throws Exception {
    WeakReference<ClassLoader> loader = useAndDrop(entries);
    for (int i = 0; i < PATIENCE && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return loader.get() == null;
  }

  /** All workers multiply; the threads of the pool end when they have been idle. */
  private static WeakReference<ClassLoader> useAndDrop(Predicate<String> entries) throws Exception {
    var urls = new ArrayList<URL>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entries.test(entry)) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    try (var loader =
        new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      Class<?> matrix = loader.loadClass("org.cairnml.linalg.Matrix");
      Object zeros = matrix.getMethod("zeros", int.class, int.class).invoke(null, 300, 300);
      matrix.getMethod("times", matrix).invoke(zeros, zeros);
      return new WeakReference<>(loader);
    }
  }
}
