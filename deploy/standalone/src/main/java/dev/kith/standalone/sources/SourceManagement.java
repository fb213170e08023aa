package dev.kith.standalone.sources;

import dev.kith.api.sources.AddedSource;
import dev.kith.api.sources.ConfiguredSource;
import dev.kith.api.sources.NetworkDescription;
import dev.kith.api.sources.SourceConfiguration;
import dev.kith.api.sources.SourceRefusedException;
import dev.kith.ingest.Login;
import dev.kith.ingest.runtime.SourceRunner;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.ingest.runtime.status.SourceStatusRegistry;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.settings.NetworkKeys;
import dev.kith.standalone.terminal.CommandException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the sources of the home in the services, and changes them while the services run. */
@Singleton
@Requires(property = SourceManagement.HOME)
final class SourceManagement
    implements SourceConfiguration, ApplicationEventListener<StartupEvent> {
  /** System property with the path of the home; set by the launcher. */
  static final String HOME = "kith.standalone.home";

  /** System property with the file of {@code up --config}; not set without that option. */
  static final String FILE = "kith.standalone.config";

  private static final Logger LOG = LoggerFactory.getLogger(SourceManagement.class);
  private static final Duration RETRY_DELAY = Duration.ofSeconds(30);

  private final HomeSources sources;
  private final SourceRunner runner;
  private final SourceStatusRegistry statuses;
  private final PendingLogins logins;

  SourceManagement(SourceRunner runner, SourceStatusRegistry statuses, PendingLogins logins) {
    String file = System.getProperty(FILE);
    this.sources =
        new HomeSources(
            Home.of(Path.of(System.getProperty(HOME, ""))),
            file == null ? null : Path.of(file),
            System.getenv());
    this.runner = runner;
    this.statuses = statuses;
    this.logins = logins;
  }

  @Override
  public synchronized void onApplicationEvent(StartupEvent event) {
    sources.removeForgotten();
    runner.apply(sources.toRead(), Set.of());
    if (!sources.forgotten().names().isEmpty()) {
      Thread.ofVirtual().name("forget").start(this::forget);
    }
  }

  @Override
  public List<ConfiguredSource> all() {
    return sources.all().stream().map(this::described).toList();
  }

  private ConfiguredSource described(HomeSource source) {
    Optional<SourceStatus> status = statuses.find(source.name());
    return new ConfiguredSource(
        source.name(),
        source.network(),
        source.settings(),
        status
            .map(one -> one.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .orElse(null),
        status.map(SourceStatus::message).orElse(null),
        status.map(SourceStatus::at).orElse(null));
  }

  @Override
  public List<NetworkDescription> networks() {
    return NetworkKeys.all().stream().map(this::described).toList();
  }

  private NetworkDescription described(NetworkKeys network) {
    return new NetworkDescription(
        network.network(),
        network.keys().stream()
            .map(
                key ->
                    new NetworkDescription.Key(
                        key.name(),
                        key.type(),
                        key.description(),
                        key.defaultValue(),
                        key.isRequired(),
                        key.isSecret()))
            .toList(),
        logins.of(network.network()).map(Login::secret).orElse(null));
  }

  /** A login takes as long as its server, and other changes do not wait for it. */
  @Override
  public AddedSource add(
      String network, @Nullable String name, Map<String, String> settings, @Nullable String code) {
    var request = new PendingLogins.Request(network, name, settings);
    Optional<Login> login = logins.needed(request);
    if (login.isEmpty()) {
      return new AddedSource(add(network, name, settings), null);
    }
    return refused(() -> logIn(login.get(), request, code));
  }

  private AddedSource logIn(Login login, PendingLogins.Request request, @Nullable String code) {
    sources.check(request.network(), request.name(), request.with(login.secret(), "later"));
    if (code == null) {
      return new AddedSource(null, logins.begin(login, request).toString());
    }
    String secret = logins.secret(request, code);
    return new AddedSource(
        add(request.network(), request.name(), request.with(login.secret(), secret)), null);
  }

  private synchronized String add(
      String network, @Nullable String name, Map<String, String> settings) {
    return applyChange(() -> sources.add(network, name, settings));
  }

  @Override
  public synchronized void change(String name, SourceChange change) {
    applyChange(
        () -> {
          switch (change) {
            case PAUSE -> sources.pause(name);
            case RESUME -> sources.resume(name);
            case RETRY -> runner.restart(name);
          }
          return name;
        });
  }

  @Override
  public synchronized void remove(String name, boolean forget) {
    applyChange(
        () -> {
          sources.remove(name, forget);
          return name;
        });
    if (forget) {
      Thread.ofVirtual().name("forget").start(this::forget);
    }
  }

  /** Restarts the source even if its settings are the same: the file of a secret may differ. */
  @Override
  public synchronized void set(String name, Map<String, String> settings) {
    refused(
        () -> {
          sources.set(name, settings);
          runner.apply(sources.toRead(), Set.of(name));
          return name;
        });
  }

  private String applyChange(Supplier<String> change) {
    return refused(
        () -> {
          String name = change.get();
          runner.apply(sources.toRead(), Set.of());
          return name;
        });
  }

  private static <T> T refused(Supplier<T> work) {
    try {
      return work.get();
    } catch (CommandException refused) {
      throw SourceRefusedException.of(String.valueOf(refused.getMessage()));
    }
  }

  /** Deletes the data of forgotten sources; retries until Kafka has accepted all deletions. */
  private void forget() {
    try {
      for (List<String> names = sources.forgotten().names();
          !names.isEmpty();
          names = sources.forgotten().names()) {
        if (!names.stream().allMatch(this::isErased)) {
          Thread.sleep(RETRY_DELAY);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isErased(String name) {
    try {
      runner.erase(name);
      sources.forgotten().finish(name, sources.all().stream().map(HomeSource::name).toList());
      LOG.info("source {}: forgotten", name);
      return true;
    } catch (KafkaException | IOException | IllegalStateException failure) {
      LOG.warn("source {}: cannot be forgotten now, tried again", name, failure);
      return false;
    }
  }
}
