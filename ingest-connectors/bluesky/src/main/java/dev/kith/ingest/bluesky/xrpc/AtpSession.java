package dev.kith.ingest.bluesky.xrpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.bluesky.xrpc.XrpcClient.Answer;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.Secret;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session of an account on its own server. Expired tokens are refreshed; if the server refuses
 * that, the session logs in again.
 */
public final class AtpSession {
  private final XrpcClient client;
  private final ServerFinder servers;
  private final String account;
  private final Secret password;
  private @Nullable Tokens tokens;

  /** Finds the server that hosts an account. */
  @FunctionalInterface
  public interface ServerFinder {
    /** The server of a DID or handle. */
    URI server(String account) throws SourceException, InterruptedException;
  }

  private record Tokens(URI server, Credential access, Credential refresh) {}

  /**
   * A session that logs in at the first query.
   *
   * @param account DID or handle to log in as
   * @param password an app password; read at each login
   */
  public AtpSession(XrpcClient client, ServerFinder servers, String account, Secret password) {
    this.client = client;
    this.servers = servers;
    this.account = account;
    this.password = password;
  }

  /** Calls a query as the account. */
  public Answer query(String method, Map<String, String> parameters)
      throws SourceException, InterruptedException {
    Tokens current = tokens == null ? logIn() : tokens;
    Answer answer = client.query(current.server(), method, parameters, current.access());
    if (isExpired(answer)) {
      Tokens renewed = refresh(current);
      answer = client.query(renewed.server(), method, parameters, renewed.access());
    }
    if (!answer.isSuccess()) {
      tokens = null;
      throw new Refused(
          "%s: expected an answer, found %s; check the app password and the account"
              .formatted(method, answer.error()),
          null);
    }
    return answer;
  }

  private static boolean isExpired(Answer answer) {
    return answer.error().equals("ExpiredToken") || answer.status() == 401;
  }

  private Tokens refresh(Tokens expired) throws SourceException, InterruptedException {
    Answer answer =
        client.procedure(
            expired.server(), "com.atproto.server.refreshSession", null, expired.refresh());
    return answer.isSuccess() ? keep(expired.server(), answer) : logIn();
  }

  private Tokens logIn() throws SourceException, InterruptedException {
    URI server = servers.server(account);
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.put("identifier", account).put("password", password.read());
    Answer answer = client.procedure(server, "com.atproto.server.createSession", input, null);
    if (!answer.isSuccess()) {
      throw new Refused(
          "password: expected an app password that %s accepts, found one that it refuses (%s)"
              .formatted(server.getHost(), answer.error()),
          null);
    }
    return keep(server, answer);
  }

  private Tokens keep(URI server, Answer answer) {
    Tokens made =
        new Tokens(
            server,
            token(server, answer.body().path("accessJwt").asText()),
            token(server, answer.body().path("refreshJwt").asText()));
    tokens = made;
    return made;
  }

  private static Credential token(URI server, String jwt) {
    return Credential.bearer(server, Secret.of("session", jwt, null));
  }
}
