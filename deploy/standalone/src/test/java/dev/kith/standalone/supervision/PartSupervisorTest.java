package dev.kith.standalone.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.embedded.Part;
import dev.kith.embedded.process.ChildProcess;
import dev.kith.embedded.process.LaunchSpec;
import dev.kith.embedded.process.Program;
import dev.kith.embedded.process.StackException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that end: together, one after the other, and during a restart. */
class PartSupervisorTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @TempDir Path home;

  private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final List<String> all = new ArrayList<>();
  private final CompletableFuture<StackException> failed = new CompletableFuture<>();
  private final List<Part> parts = new ArrayList<>();
  private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
  private volatile boolean stopping;

  /** A shell that runs a command before it reports that it is ready. */
  private record Shell(String name, String before) implements Program {
    @Override
    public int port() {
      return 0;
    }

    @Override
    public LaunchSpec launch() {
      return new LaunchSpec(
          List.of("/bin/sh", "-c", before + "; echo is ready; cat"),
          Map.of("PATH", "/usr/bin:/bin"),
          Path.of("/"),
          ByteBuffer.allocate(0));
    }

    @Override
    public boolean isReady(ChildProcess child) {
      return child.hasPrinted("is ready");
    }
  }

  private Part part(String name, String before) {
    Part part = new Part(new Shell(name, before), home);
    parts.add(part);
    return part;
  }

  private PartSupervisor keep(Part part, PartSupervisor... needed) {
    FreeSpaceMonitor room = new FreeSpaceMonitor(home, free::get, Duration.ofMillis(20), said::add);
    PartSupervisor supervisor =
        new PartSupervisor(
            () -> part,
            List.of(needed),
            new RestartPolicy(Duration.ofMillis(1), InstantSource.system()),
            new PartSupervisor.Context(
                said::add, room, () -> stopping, () -> false, failed::complete));
    Thread.ofVirtual().start(supervisor);
    return supervisor;
  }

  private static void ready(PartSupervisor... supervisors) throws Exception {
    for (PartSupervisor supervisor : supervisors) {
      supervisor.firstReady().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private String await(String words) throws InterruptedException {
    for (String line = next(); line != null; line = next()) {
      if (line.contains(words)) {
        return line;
      }
    }
    throw new AssertionError("expected \"" + words + "\", found " + all);
  }

  private String next() throws InterruptedException {
    String line = said.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    all.add(String.valueOf(line));
    return line;
  }

  @AfterEach
  void stop() {
    stopping = true;
    parts.forEach(Part::close);
  }

  @Test
  void fourPartsThatDieTogetherAreAllStartedAgain() throws Exception {
    Part broker = part("broker", "true");
    Part registry = part("registry", "true");
    Part elasticsearch = part("elasticsearch", "true");
    Part services = part("services", "true");
    PartSupervisor first = keep(broker);
    PartSupervisor second = keep(registry);
    PartSupervisor third = keep(elasticsearch);
    PartSupervisor last = keep(services, first, second, third);
    ready(first, second, third, last);

    for (int round = 0; round < 3; round++) {
      List.of(services, elasticsearch, registry, broker).forEach(Part::kill);
      List<String> up = new ArrayList<>();
      while (up.size() < 4) {
        up.add(await("is up again"));
      }
      assertThat(up)
          .containsExactlyInAnyOrder(
              "The broker is up again",
              "The registry is up again",
              "The elasticsearch is up again",
              "The services is up again");
    }
    assertThat(failed).isNotDone();
    assertThat(all).anyMatch(line -> line.contains("(killed by signal 9)"));
  }

  @Test
  void aPartThatIsKilledWhileItIsStartedAgainIsStartedOnceMore() throws Exception {
    Path slow = home.resolve("slow");
    Part part = part("broker", "if [ -e '" + slow + "' ]; then sleep 60; fi");
    ready(keep(part));

    java.nio.file.Files.createFile(slow);
    long before = part.pid().orElseThrow();
    part.kill();
    await("starting it again");
    while (part.pid().orElseThrow() == before) {
      Thread.sleep(5);
    }
    java.nio.file.Files.delete(slow);
    part.kill();

    assertThat(await("starting it again")).contains("ended while starting (killed by signal 9)");
    await("The broker is up again");
    assertThat(failed).isNotDone();
  }

  @Test
  void aPartWaitsForThoseItNeeds() throws Exception {
    Path missing = home.resolve("missing");
    Part broker = part("broker", "while [ -e '" + missing + "' ]; do sleep 0.05; done");
    Part services = part("services", "true");
    PartSupervisor first = keep(broker);
    PartSupervisor last = keep(services, first);
    ready(first, last);

    java.nio.file.Files.createFile(missing);
    broker.kill();
    services.kill();
    await("The services has ended");
    Thread.sleep(200);
    assertThat(services.isAlive()).isFalse();
    java.nio.file.Files.delete(missing);

    await("The services is up again");
  }

  @Test
  void theSixthDeathOfOnePartEndsEverythingWithAReason() throws Exception {
    Part part = part("broker", "true");
    ready(keep(part));

    for (int death = 1; death < RestartPolicy.DEATHS; death++) {
      part.kill();
      await("The broker is up again");
      assertThat(failed).isNotDone();
    }
    part.kill();

    assertThat(failed.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
        .hasMessageContainingAll(
            "the broker has ended 6 times in 10 minutes", "killed by signal 9", "broker.log");
  }

  @Test
  void aFirstStartThatFailsSaysWhyAtOnce() throws Exception {
    keep(part("broker", "echo Caused by: no such thing; exit 3"));

    assertThat(failed.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
        .hasMessageContainingAll("exit code 3: Caused by: no such thing", "; see ", "broker.log");
  }

  @Test
  void aReasonIsGivenEvenIfThePartSaidNothing() throws Exception {
    keep(part("broker", "exit 3"));

    assertThat(failed.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
        .hasMessageContaining("(exit code 3: it said nothing)");
  }

  @Test
  void aDeathOnAFullDiskWaitsForRoomAndDoesNotCount() throws Exception {
    Part part = part("broker", "true");
    ready(keep(part));

    for (int death = 0; death < 2 * RestartPolicy.DEATHS; death++) {
      free.set(0);
      part.kill();
      assertThat(await("full")).contains("0 MB free", "the broker is started again when");
      free.set(Long.MAX_VALUE);
      await("has room again");
      await("The broker is up again");
    }
    assertThat(failed).isNotDone();
  }

  @Test
  void aDiskThatIsNearlyFullIsToldOnceAndAgainWhenThereIsRoom() throws Exception {
    FreeSpaceMonitor room = new FreeSpaceMonitor(home, free::get, Duration.ofMillis(5), said::add);
    free.set(400L << 20);
    Thread watch =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    room.watch(500L << 20);
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                });

    assertThat(await("nearly full")).contains("400 MB free", "500 MB are kept free");
    Thread.sleep(50);
    assertThat(said).isEmpty();
    free.set(Long.MAX_VALUE);
    await("has room again; reading goes on");
    watch.interrupt();
    watch.join();
  }

  @Test
  void pausesGrowAndOldDeathsAreForgotten() {
    AtomicLong seconds = new AtomicLong();
    RestartPolicy limit =
        new RestartPolicy(Duration.ofSeconds(1), () -> Instant.ofEpochSecond(seconds.get()));
    List<Long> pauses = new ArrayList<>();

    for (int death = 1; death < RestartPolicy.DEATHS; death++) {
      pauses.add(limit.pauseAfterDeath("broker", "x", home).toSeconds());
    }

    assertThat(pauses).containsExactly(0L, 1L, 2L, 4L, 8L);
    seconds.set(RestartPolicy.WITHIN.toSeconds() + 1);
    assertThat(limit.pauseAfterDeath("broker", "x", home)).isZero();
  }

  @Test
  void nothingIsStartedOnceThePartIsClosed() {
    Part part = part("broker", "true");
    part.close();

    assertThatThrownBy(part::start).isInstanceOf(StackException.class);
    assertThat(part.isAlive()).isFalse();
  }
}
