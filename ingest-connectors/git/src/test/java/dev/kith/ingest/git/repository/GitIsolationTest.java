package dev.kith.ingest.git.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;

class GitIsolationTest {
  @Test
  void noConfigurationOfTheMachineIsSeen() throws Exception {
    GitIsolation.fromThisMachinesConfiguration();
    var reader = SystemReader.getInstance();

    assertThat(reader.getUserConfig().getSections()).isEmpty();
    assertThat(reader.getJGitConfig().getSections()).isEmpty();
    assertThat(reader.getSystemConfig().getSections()).isEmpty();
    assertThat(reader.openUserConfig(new Config(), FS.DETECTED).getSections()).isEmpty();
  }

  @Test
  void theCoarsenessOfFileTimesIsSaidAndNotTried() throws Exception {
    GitIsolation.fromThisMachinesConfiguration();
    var config = SystemReader.getInstance().getUserConfig();

    long resolution =
        config.getTimeUnit("filesystem", "any", "timestampResolution", -1, TimeUnit.MILLISECONDS);

    assertThat(resolution).isEqualTo(Duration.ofSeconds(2).toMillis());
  }
}
