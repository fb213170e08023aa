package dev.kith.api.request;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The clock of the requests; tests replace it. */
@Factory
final class ClockFactory {
  @Singleton
  @Named("kith-api")
  InstantSource clock() {
    return InstantSource.system();
  }
}
