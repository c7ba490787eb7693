package org.cairnml.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.Test;

/** Another binding was seen to overflow the stacks of Java threads in LU at n = 100. */
class SmallStackTest {

  private static final String DONE = "all factorizations returned";

  @Test
  void factorizationsRunOnStacksOf512K() throws Exception {
    String output = ChildJvm.run(SmallStackTest.class, "-Xss512k", "-Dcairn.backend=openblas");
    assertThat(output).contains(DONE);
  }

  /** What the other JVM runs: every factorization on its main thread, plain threads and workers. */
  public static void main(String[] args) throws InterruptedException {
    everything();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 3; i++) {
      var thread = new Thread(SmallStackTest::everything);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Workers.of(3).run(6, i -> everything());
    System.out.println(DONE);
  }

  private static void everything() {
    Backend backend = Backends.named("openblas");
    Lapack lapack = backend.lapack(300, 300).orElseThrow();
    for (int n : new int[] {64, 100, 300}) {
      double[] a = Seed.of(n).generator().doubles((long) n * n).toArray();
      double[] gram = new double[n * n];
      backend.gemm(Transpose.YES, Transpose.NO, n, n, n, 1, a, 0, n, a, 0, n, 0, gram, 0, n);
      lapack.cholesky(n, gram, 0, n, new double[n * n]);
      lapack.lu(n, a.clone(), new int[n]);
      double[] reflectors = a.clone();
      double[] tau = new double[n];
      lapack.qr(n, n, reflectors, tau);
      lapack.q(n, reflectors, tau, new double[n * n]);
      lapack.qrPivoted(n, n, a.clone(), new int[n], new double[n]);
      lapack.symmetricEigen(n, gram.clone(), new double[n]);
      double[] leftTau = new double[n];
      double[] rightTau = new double[n];
      lapack.bidiagonal(n, n, a, new double[n], new double[n], leftTau, rightTau);
      lapack.turn(Side.LEFT, n, n, a, leftTau, gram.clone(), n);
      lapack.turn(Side.RIGHT, n, n, a, rightTau, gram.clone(), n);
    }
  }
}
