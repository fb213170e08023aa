package dev.kith.ingest.activitystreams.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.net.PercentEscaper;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parametrizable;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/** Parses the headers {@code Signature-Input} and {@code Signature} (RFC 9421). */
final class Rfc9421Parser {
  private static final List<String> SCHEMES = List.of("https", "http");
  private static final PercentEscaper QUERY_VALUE = new PercentEscaper("-._*", false);

  private final SignedRequest request;

  Rfc9421Parser(SignedRequest request) {
    this.request = request;
  }

  /** The first signature that names its key. */
  MessageSignature parse() throws InvalidSignatureException {
    Map<String, ListElement<?>> signatures = dictionary("signature");
    for (Map.Entry<String, ListElement<?>> input : dictionary("signature-input").entrySet()) {
      ListElement<?> signature = signatures.get(input.getKey());
      if (input.getValue() instanceof InnerList components
          && components.getParams().containsKey("keyid")
          && signature instanceof Item<?> item
          && item.get() instanceof ByteBuffer bytes) {
        return signature(components, bytes);
      }
    }
    throw new InvalidSignatureException(
        "Signature-Input: expected keyid and a signature of the same name, found none");
  }

  private Map<String, ListElement<?>> dictionary(String header) throws InvalidSignatureException {
    try {
      Dictionary parsed = Parser.parseDictionary(request.header(header).orElse(""));
      return parsed.get();
    } catch (ParseException e) {
      throw new InvalidSignatureException(
          header + ": expected a dictionary (RFC 8941), found something else");
    }
  }

  private MessageSignature signature(InnerList components, ByteBuffer signature)
      throws InvalidSignatureException {
    Set<String> covered = new HashSet<>();
    components.get().forEach(each -> covered.add(String.valueOf(each.get())));
    List<String> bases = new ArrayList<>();
    for (String scheme : SCHEMES) {
      bases.add(base(components, scheme));
    }
    byte[] bytes = new byte[signature.remaining()];
    signature.get(bytes);
    return new MessageSignature(
        text(components, "keyid"),
        text(components, "alg"),
        covered,
        time(components, "created"),
        time(components, "expires"),
        bases.stream().distinct().toList(),
        bytes);
  }

  /** The signature base (RFC 9421, section 2.5). */
  private String base(InnerList components, String scheme) throws InvalidSignatureException {
    var base = new StringBuilder();
    for (Item<?> component : components.get()) {
      base.append(component.serialize()).append(": ").append(value(component, scheme)).append('\n');
    }
    return base.append("\"@signature-params\": ").append(components.serialize()).toString();
  }

  private String value(Item<?> component, String scheme) throws InvalidSignatureException {
    String name = String.valueOf(component.get());
    boolean isQueryParameter = name.equals("@query-param");
    if (!component.getParams().isEmpty() && !isQueryParameter) {
      throw unsupported(component);
    }
    String target = request.target();
    int query = target.indexOf('?');
    return switch (name) {
      case "@method" -> request.method();
      case "@authority" -> authority(scheme);
      case "@scheme" -> scheme;
      case "@target-uri" -> scheme + "://" + authority(scheme) + target;
      case "@request-target" -> target;
      case "@path" -> query < 0 ? target : target.substring(0, query);
      case "@query" -> query < 0 ? "?" : target.substring(query);
      case "@query-param" ->
          queryParameter(component, query < 0 ? "" : target.substring(query + 1));
      default -> request.header(name).orElseThrow(() -> unsupported(component));
    };
  }

  private String authority(String scheme) {
    String host = request.header("host").orElse("").toLowerCase(Locale.ROOT);
    return host.replaceFirst(scheme.equals("https") ? ":443$" : ":80$", "");
  }

  private static String queryParameter(Item<?> component, String query)
      throws InvalidSignatureException {
    String name = text(component, "name");
    List<String> values =
        Stream.of(query.split("&", -1))
            .map(each -> each.split("=", 2))
            .filter(each -> decoded(each[0]).equals(decoded(name)))
            .map(each -> QUERY_VALUE.escape(decoded(each.length > 1 ? each[1] : "")))
            .toList();
    if (values.size() != 1) {
      throw unsupported(component);
    }
    return values.getFirst();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static InvalidSignatureException unsupported(Item<?> component) {
    return new InvalidSignatureException(
        "Signature-Input: expected parts of this request, found " + component.serialize());
  }

  private static String text(Parametrizable<?> components, String parameter) {
    Item<?> item = components.getParams().get(parameter);
    return item == null ? "" : String.valueOf(item.get());
  }

  private static @Nullable Instant time(InnerList components, String parameter)
      throws InvalidSignatureException {
    String seconds = text(components, parameter);
    if (!seconds.matches("\\d{0,11}")) {
      throw new InvalidSignatureException(
          "Signature-Input: expected seconds since 1970 in "
              + parameter
              + ", found something else");
    }
    return seconds.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(seconds));
  }
}
