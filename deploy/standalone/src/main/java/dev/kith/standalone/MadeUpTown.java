package dev.kith.standalone;

import dev.kith.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The demonstration's mailbox and repository, written once and then read like anybody's. */
final class MadeUpTown {

  private MadeUpTown() {}

  static Inputs in(Home home) throws IOException {
    Path mbox = home.demo().resolve("town.mbox");
    Path repository = home.demo().resolve("town.git");
    if (!Files.exists(mbox) || !Files.exists(repository)) {
      System.out.println("Making up a small town in " + home.demo());
      Demo.write(home.demo(), Demo.SEED, LocalDate.now(ZoneId.systemDefault()));
    }
    return new Inputs(
        List.of(repository.toString()), List.of(mbox.toString()), List.of(), List.of(Demo.SELF));
  }
}
