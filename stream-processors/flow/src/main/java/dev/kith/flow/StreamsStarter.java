package dev.kith.flow;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Starts every topology of the process once its beans are there. */
@Singleton
@Requires(beans = StreamsService.class)
class StreamsStarter implements ApplicationEventListener<StartupEvent> {
  private final List<StreamsService> services;

  StreamsStarter(List<StreamsService> services) {
    this.services = services;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    services.forEach(StreamsService::start);
  }
}
