package dev.kith.clients;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.ElasticsearchTransportConfig;
import co.elastic.clients.transport.TransportUtils;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import dev.kith.schemas.Indices;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/**
 * Where the indices are: the same for every service of a workspace.
 *
 * @param url of any Elasticsearch node
 * @param apiKey an encoded API key; with it, no user name
 * @param username of an Elasticsearch user, together with {@code password}
 * @param password of that user
 * @param caCertificate path of the PEM file of the authority that signed the node's certificate;
 *     without it, the authorities this Java platform trusts
 * @param prefix what the names of the workspace's indices begin with
 */
@ConfigurationProperties("kith.elasticsearch")
public record ElasticsearchSettings(
    @NotBlank String url,
    @Nullable String apiKey,
    @Nullable String username,
    @Nullable String password,
    @Nullable String caCertificate,
    @Bindable(defaultValue = "kith-") String prefix) {

  private static final String AUTHORIZATION = "Authorization";

  /** Refuses credentials that contradict each other. */
  public ElasticsearchSettings {
    if ((username == null) != (password == null)) {
      throw new IllegalArgumentException(
          "kith.elasticsearch: expected username and password together, found only one of them");
    }
    if (apiKey != null && username != null) {
      throw new IllegalArgumentException(
          "kith.elasticsearch: expected api-key or username, found both");
    }
  }

  /** The indices of this workspace. */
  public Indices indices() {
    return new Indices(prefix);
  }

  /** A new client; whoever asks for it closes it. Nothing is sent yet. */
  public ElasticsearchClient connect() {
    return connect(_ -> {});
  }

  /**
   * The same, whose requests fail when they are not answered in time.
   *
   * @param timeout how long a request waits for a connection, and then for its answer
   */
  public ElasticsearchClient connect(Duration timeout) {
    return connect(
        client ->
            client.transportFactory(
                config -> new Rest5ClientTransport(limited(timeout), config.mapper())));
  }

  /** The configuration of the client has no place for this. */
  private Rest5Client limited(Duration timeout) {
    Rest5ClientBuilder client =
        Rest5Client.builder(URI.create(url))
            .setRequestConfigCallback(
                request ->
                    request
                        .setConnectionRequestTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .setResponseTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS));
    authorization()
        .ifPresent(
            value ->
                client.setDefaultHeaders(new Header[] {new BasicHeader(AUTHORIZATION, value)}));
    if (caCertificate != null) {
      client.setSSLContext(trusting(new File(caCertificate)));
    }
    return client.build();
  }

  private Optional<String> authorization() {
    if (apiKey != null) {
      return Optional.of("ApiKey " + apiKey);
    }
    return username == null
        ? Optional.empty()
        : Optional.of("Basic " + base64(username + ':' + password));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private ElasticsearchClient connect(Consumer<ElasticsearchTransportConfig.Builder> more) {
    return ElasticsearchClient.of(
        client -> {
          more.accept(client);
          client.host(URI.create(url));
          if (apiKey != null) {
            client.apiKey(apiKey);
          }
          if (username != null && password != null) {
            client.usernameAndPassword(username, password);
          }
          if (caCertificate != null) {
            client.sslContext(trusting(new File(caCertificate)));
          }
          return client;
        });
  }

  private static SSLContext trusting(File authority) {
    try {
      return TransportUtils.sslContextFromHttpCaCrt(authority);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "kith.elasticsearch.ca-certificate: expected a PEM file at " + authority, e);
    }
  }

  /** Whether nothing was asked because the node could not prove to be one that we trust. */
  public static boolean isDistrust(Throwable failure) {
    return failure instanceof SSLException
        || (failure.getCause() != null && isDistrust(failure.getCause()));
  }

  /** Without secrets, so that it may stand in a log. */
  @Override
  public String toString() {
    return "ElasticsearchSettings[url=" + url + ", prefix=" + prefix + "]";
  }
}
