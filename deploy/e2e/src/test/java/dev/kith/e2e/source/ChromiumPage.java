package dev.kith.e2e.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page as the Chromium of this machine shows it. */
final class ChromiumPage {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private ChromiumPage() {}

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * The HTML of the page after its scripts have run.
   *
   * @param folder for the files of the browser
   */
  static String html(String address, Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    PROGRAM.toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--user-data-dir=" + folder.resolve("chromium"),
                    "--virtual-time-budget=20000",
                    "--dump-dom",
                    address))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String html = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return html;
  }
}
