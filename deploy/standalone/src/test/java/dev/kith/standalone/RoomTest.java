package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RoomTest {

  private static final long GB = 1L << 30;
  private static final Path HOME = Path.of("/home/ann/.kith");

  @Test
  void enoughIsEnough() {
    Room room = new Room(OptionalLong.of(4 * GB), 10 * GB);

    assertThatCode(() -> room.refuseIfTooSmall(HOME)).doesNotThrowAnyException();
  }

  @Test
  void tooLittleMemoryIsRefusedWithWhatToDo() {
    Room room = new Room(OptionalLong.of(GB), 10 * GB);

    assertThatThrownBy(() -> room.refuseIfTooSmall(HOME))
        .hasMessage(
            "expected at least 2000 MB of free memory, found 1024 MB; close something and try again");
  }

  @Test
  void tooLittleDiskIsRefusedWithWhatToDo() {
    Room room = new Room(OptionalLong.empty(), GB);

    assertThatThrownBy(() -> room.refuseIfTooSmall(HOME))
        .hasMessageContainingAll(
            "2000 MB of free disk for /home/ann/.kith", "found 1024 MB", "--home");
  }
}
