package dev.kith.standalone.sources;

import dev.kith.ingest.Login;
import dev.kith.ingest.SourceException;
import dev.kith.standalone.terminal.CommandException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Logins that wait for their owners to bring a code; in memory only. */
@Singleton
final class PendingLogins {

  private static final int MAX_PENDING = 100;

  private final List<Login> logins;
  private final SequencedMap<Request, Login.Pending> pending = new LinkedHashMap<>();

  PendingLogins(List<Login> logins) {
    this.logins = List.copyOf(logins);
  }

  /** A source that waits for its login. */
  record Request(String network, @Nullable String name, Map<String, String> settings) {
    Request {
      settings =
          Collections.unmodifiableMap(new LinkedHashMap<>(settings)); // the first one names it
    }

    /** The settings with the secret, or with something in its place. */
    Map<String, String> with(String key, String secret) {
      Map<String, String> all = new LinkedHashMap<>(settings);
      all.put(key, secret);
      return all;
    }
  }

  /** The login of a network, if it has one. */
  Optional<Login> of(String network) {
    return logins.stream().filter(login -> login.network().equals(network)).findFirst();
  }

  /** The login that provides the secret of a source, if neither it nor a file of it is given. */
  Optional<Login> needed(Request request) {
    return of(request.network())
        .filter(login -> !request.settings().containsKey(login.secret()))
        .filter(login -> !request.settings().containsKey(login.secret() + "-file"));
  }

  /** Begins a login, in place of an earlier one; returns the address that its owner opens. */
  URI begin(Login login, Request request) {
    try {
      Login.Pending begun = login.begin(request.settings());
      put(request, begun);
      return begun.address();
    } catch (SourceException failure) {
      throw new CommandException(String.valueOf(failure.getMessage()), failure);
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private synchronized void put(Request request, Login.Pending begun) {
    pending.putLast(request, begun);
    if (pending.size() > MAX_PENDING) {
      pending.pollFirstEntry();
    }
  }

  private synchronized Optional<Login.Pending> find(Request request) {
    return Optional.ofNullable(pending.get(request));
  }

  private synchronized void remove(Request request) {
    pending.remove(request);
  }

  /** The secret for a code; the login goes on waiting if the code is refused. */
  String secret(Request request, String code) {
    Login.Pending begun =
        find(request)
            .orElseThrow(
                () ->
                    new CommandException(
                        "expected a code of a login that was begun since Kith started, with the"
                            + " same settings and name, found none: add the source without a code"
                            + " first"));
    try {
      String secret = begun.secret(code);
      remove(request);
      return secret;
    } catch (SourceException failure) {
      throw new CommandException(String.valueOf(failure.getMessage()), failure);
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static CommandException interrupted(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new CommandException("Kith is stopping", stopped);
  }
}
