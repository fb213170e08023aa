package dev.kith.standalone.input;

import dev.kith.demo.Demo;
import dev.kith.standalone.home.Home;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Creates the mailbox and the repository of the demonstration once; they are read like any input.
 */
public final class DemoInputs {

  private DemoInputs() {}

  public static Inputs in(Home home) throws IOException {
    if (!Demo.isWritten(home.demo())) {
      System.out.println("Making up a small town in " + home.demo());
      Demo.write(home.demo(), Demo.SEED, LocalDate.now(ZoneId.systemDefault()));
    }
    return new Inputs(Demo.inputs(home.demo()), List.of(Demo.SELF));
  }
}
