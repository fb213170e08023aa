package dev.kith.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.standalone.terminal.CommandException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ApiPortTest {

  @Test
  void aPortThatNobodyAskedForMayBeGivenUpWhenItIsTaken() throws Exception {
    ApiPort chosen = ApiPort.of(null);

    assertThat(chosen.isLost()).isFalse();
    try (ServerSocket taken =
        new ServerSocket(chosen.number(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThat(chosen.isLost()).isTrue();
      assertThat(new ApiPort(chosen.number(), true, ApiPort.LOOPBACK).isLost()).isFalse();
    }
  }

  @Test
  void aNumberThatIsNoPortIsRefused() {
    assertThatThrownBy(() -> ApiPort.of(70_000))
        .isInstanceOf(CommandException.class)
        .hasMessageContainingAll("from 0 to 65535", "70000");
  }
}
