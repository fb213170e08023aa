package dev.kith.api.testing;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that tests can set. */
@Singleton
@Primary
@Named("kith-api")
@Replaces(value = InstantSource.class, named = "kith-api")
public final class TestClock implements InstantSource {
  /** The time at which the test documents are read. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private volatile Instant now = NOW;

  /** Sets the time. */
  public void set(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
