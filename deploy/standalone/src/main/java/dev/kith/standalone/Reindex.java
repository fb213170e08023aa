package dev.kith.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kith reindex}: makes the indices anew from what Kafka holds, while searches go on. */
@Command(
    name = "reindex",
    description = "Make the indices anew from what was read; searches go on meanwhile.",
    mixinStandardHelpOptions = true)
final class Reindex implements Callable<Integer> {

  @Mixin private HomeOption home = new HomeOption();

  @Override
  public Integer call() {
    try (Api api = new Api(home.home().urlOrRefuse())) {
      for (String index : api.indices()) {
        System.out.println(index + " is made anew");
        System.out.println(index + " is complete: " + Text.count(api.reindex(index)) + " records");
      }
    }
    return 0;
  }
}
