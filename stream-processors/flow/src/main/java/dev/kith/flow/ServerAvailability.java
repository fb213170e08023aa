package dev.kith.flow;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.ServerProbe;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells which server is in the way of the topologies of this process. */
@Singleton
@Requires(beans = StreamsService.class)
public class ServerAvailability implements ApplicationEventListener<StartupEvent> {
  private final ServerProbe probe;

  ServerAvailability(KafkaSettings kafka) {
    this.probe = new ServerProbe(kafka);
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    probe.start();
  }

  /** Which server does not answer, in one sentence. */
  public Optional<String> trouble() {
    return probe.trouble();
  }

  @PreDestroy
  void close() {
    probe.close();
  }
}
