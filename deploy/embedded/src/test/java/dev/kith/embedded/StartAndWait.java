package dev.kith.embedded;

import dev.kith.embedded.process.FileTrees;
import dev.kith.embedded.server.Distributions;
import dev.kith.embedded.server.ServerHeapSizes;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A launcher that a test kills. */
final class StartAndWait {

  static final String READY = "all are up";

  private StartAndWait() {}

  public static void main(String[] args) throws InterruptedException {
    Path home = Path.of(args[0]);
    FileTrees.delete(home);
    Stack stack = Stack.in(home, Distributions.find(), ServerHeapSizes.forTests());
    stack.start();
    System.out.println(READY);
    new CountDownLatch(1).await();
  }
}
