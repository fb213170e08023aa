package dev.kith.standalone.supervision;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResourceCheckTest {

  private static final long GB = 1L << 30;
  private static final Path HOME = Path.of("/home/ann/.kith");

  @Test
  void enoughIsEnough() {
    ResourceCheck room = new ResourceCheck(OptionalLong.of(4 * GB), 10 * GB);

    assertThatCode(() -> room.requireEnough(HOME)).doesNotThrowAnyException();
  }

  @Test
  void tooLittleMemoryIsRefusedWithWhatToDo() {
    ResourceCheck room = new ResourceCheck(OptionalLong.of(GB), 10 * GB);

    assertThatThrownBy(() -> room.requireEnough(HOME))
        .hasMessage(
            "expected at least 2000 MB of free memory, found 1024 MB; close something and try again");
  }

  @Test
  void tooLittleDiskIsRefusedWithWhatToDo() {
    ResourceCheck room = new ResourceCheck(OptionalLong.empty(), GB);

    assertThatThrownBy(() -> room.requireEnough(HOME))
        .hasMessageContainingAll(
            "2000 MB of free disk for /home/ann/.kith", "found 1024 MB", "--home");
  }
}
