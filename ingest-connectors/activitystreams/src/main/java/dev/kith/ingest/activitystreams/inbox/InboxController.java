package dev.kith.ingest.activitystreams.inbox;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.activitystreams.federation.ActorKeys;
import dev.kith.ingest.activitystreams.federation.OriginCheck;
import dev.kith.ingest.activitystreams.federation.RemoteDocuments;
import dev.kith.ingest.activitystreams.signature.InvalidSignatureException;
import dev.kith.ingest.activitystreams.signature.SignatureVerifier;
import dev.kith.ingest.activitystreams.signature.SignedRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way in for any program in any language, and for servers of the fediverse. */
@Controller("/inbox")
@ExecuteOn(TaskExecutors.BLOCKING)
final class InboxController {
  private static final String BEARER = "Bearer ";
  private static final byte[] NOTHING = new byte[0];

  private final Inboxes inboxes;
  private final RemoteDocuments documents;
  private final SignatureVerifier verifier;

  InboxController(Inboxes inboxes, RemoteDocuments documents) {
    this.inboxes = inboxes;
    this.documents = documents;
    this.verifier = new SignatureVerifier(new ActorKeys(documents), InstantSource.system());
  }

  /** Takes documents in; answers once they are kept. */
  @Post("/{source}")
  @Consumes({
    "application/activity+json",
    "application/ld+json",
    "application/json",
    "application/x-ndjson",
    "application/ndjson"
  })
  @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_JSON_PROBLEM})
  HttpResponse<String> post(HttpRequest<?> request, String source, @Body byte @Nullable [] body)
      throws InterruptedException {
    Optional<Inbox> inbox = inboxes.named(source);
    if (inbox.isEmpty()) {
      return InboxResponses.notFound();
    }
    byte[] received = body == null ? NOTHING : body;
    if (inbox.get().isAuthorized(tokenOf(request))) {
      return InboxResponses.to(inbox.get().receive(received, isBatch(request)));
    }
    SignedRequest signed = signed(request, received);
    return inbox.get().isFederated() && signed.isSigned()
        ? fromActor(inbox.get(), signed)
        : InboxResponses.unauthorized(inbox.get().isFederated());
  }

  private HttpResponse<String> fromActor(Inbox inbox, SignedRequest request)
      throws InterruptedException {
    try {
      String signer = verifier.verify(request);
      return InboxResponses.to(inbox.receive(request.body(), new OriginCheck(signer, documents)));
    } catch (InvalidSignatureException e) {
      return InboxResponses.invalid(String.valueOf(e.getMessage()));
    } catch (SourceException e) {
      return InboxResponses.to(new InboxResult.Busy());
    }
  }

  private static SignedRequest signed(HttpRequest<?> request, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return new SignedRequest(request.getMethodName(), request.getUri().toString(), headers, body);
  }

  private static String tokenOf(HttpRequest<?> request) {
    String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).strip()
        : "";
  }

  private static boolean isBatch(HttpRequest<?> request) {
    return request.getContentType().map(type -> type.getName().endsWith("ndjson")).orElse(false);
  }
}
