package dev.kith.ingest.mail.imap;

import dev.kith.ingest.SourceException;
import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Converts errors of an IMAP server; of its response only the code is passed on. */
final class ImapErrors {
  private static final Duration THROTTLED = Duration.ofMinutes(1);
  private static final Pattern CODE = Pattern.compile("\\[([A-Z-]{3,30})[\\] ]");

  private ImapErrors() {}

  static SourceException toSourceFailure(Exception fault) {
    SourceException byCode = byCode(code(fault));
    if (byCode != null) {
      return byCode;
    }
    if (find(fault, AuthenticationFailedException.class) != null) {
      return refused("AUTHENTICATIONFAILED", fault);
    }
    SSLException unsafe = find(fault, SSLException.class);
    if (unsafe != null && isAboutTrust(unsafe)) {
      return new SourceException.Refused(
          "expected a certificate of the IMAP server that can be trusted, found another;"
              + " name its authority in imap.ca-certificate",
          null);
    }
    return new SourceException.Unavailable(
        "the IMAP server cannot be read: " + reason(root(fault)), fault);
  }

  private static @Nullable SourceException byCode(String code) {
    return switch (code) {
      case "THROTTLED", "OVERQUOTA", "LIMIT" ->
          new SourceException.Throttled(
              "the IMAP server asks to slow down [" + code + "]", THROTTLED);
      case "UNAVAILABLE", "INUSE", "SERVERBUG", "CORRUPTION" ->
          new SourceException.Unavailable("the IMAP server is not available [" + code + "]", null);
      case "AUTHENTICATIONFAILED",
          "AUTHORIZATIONFAILED",
          "EXPIRED",
          "PRIVACYREQUIRED",
          "CONTACTADMIN",
          "NOPERM",
          "WEBALERT" ->
          refused(code, null);
      default -> null;
    };
  }

  private static SourceException refused(String code, @Nullable Exception cause) {
    return new SourceException.Refused(
        "expected the IMAP server to let the user in, found a refusal ["
            + code
            + "]; check imap.user, its password and whether the server allows IMAP",
        cause);
  }

  /** The reason in words, unless the server stated it. */
  private static String reason(Throwable root) {
    return switch (root) {
      case UnknownHostException _ -> "no such host; check imap.host";
      case ConnectException _ -> "nothing answers there; check imap.host and imap.port";
      case NoRouteToHostException _ -> "no way to that host; check imap.host and the network";
      case SocketTimeoutException _ -> "no answer in time; check imap.host and imap.port";
      default -> root.getClass().getSimpleName();
    };
  }

  private static String code(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      Matcher code = CODE.matcher(String.valueOf(t.getMessage()));
      while (code.find()) {
        if (byCode(code.group(1)) != null) {
          return code.group(1);
        }
      }
    }
    return "";
  }

  private static boolean isAboutTrust(SSLException fault) {
    String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("pkix")
        || message.contains("certificate")
        || message.contains("no name");
  }

  private static <T extends Throwable> @Nullable T find(Throwable fault, Class<T> type) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }

  private static Throwable root(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
