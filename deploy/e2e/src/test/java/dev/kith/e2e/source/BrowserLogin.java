package dev.kith.e2e.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.e2e.LauncherCommand;
import dev.kith.e2e.RunningKith;
import dev.kith.ingest.testkit.snac.SnacAccount;
import dev.kith.ingest.testkit.snac.SnacServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A source whose token its owner grants in the browser, added by the command in two steps. */
public final class BrowserLogin {
  private BrowserLogin() {}

  /** Adds the source, and removes it; a wrong code before is refused at once. */
  public static void addsASourceInTwoSteps(RunningKith kith, SnacServer town) throws Exception {
    SnacAccount ann = town.addAccount("ann");

    String asked = add(kith, town).text();
    String client = asked.replaceFirst("(?s).*client_id=([^&]+)&.*", "$1");
    assertThat(asked).contains(town.address() + "/oauth/authorize?", "scope=read&", "--code CODE");
    var wrong = add(kith, town, "--code", "any");
    assertThat(wrong.code()).as(wrong.text()).isEqualTo(1);
    assertThat(wrong.text()).contains("permit Kith to read, and give its code");
    String added = add(kith, town, "--code", ann.authorize(client)).text();

    assertThat(added).contains("Added in-the-browser", "read so far");
    Path token = kith.home().resolve("secrets/in-the-browser.token");
    assertThat(token).isNotEmptyFile();
    LauncherCommand.run("source", "remove", "in-the-browser", "--home", kith.home().toString());
    assertThat(token).doesNotExist();
  }

  private static LauncherCommand.Outcome add(RunningKith kith, SnacServer town, String... more)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of("source", "add", "mastodon", "server=" + town.address()));
    command.addAll(List.of("--name", "in-the-browser", "--home", kith.home().toString()));
    command.addAll(List.of(more));
    return LauncherCommand.run(command.toArray(String[]::new));
  }
}
