package dev.kith.embedded.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class while the parent lives. When the parent closes standard input or dies,
 * the JVM exits in order, or by force after a timeout.
 */
public final class ParentBoundMain {

  private static final long TIMEOUT_MILLIS = 20_000;

  private ParentBoundMain() {}

  public static void main(String[] args) throws Throwable {
    Thread.ofPlatform().daemon().name("tether").start(ParentBoundMain::exitWithParent);
    var main = Class.forName(args[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static void exitWithParent() {
    waitForEndOfInput();
    Thread.ofPlatform().daemon().name("tether-cut").start(ParentBoundMain::haltAfterTimeout);
    System.exit(0);
  }

  private static void waitForEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Input is ignored; only its end matters.
      }
    } catch (IOException broken) {
      // A broken pipe counts as the end.
    }
  }

  private static void haltAfterTimeout() {
    try {
      Thread.sleep(TIMEOUT_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(2);
  }
}
