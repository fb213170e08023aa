package dev.kith.ingest.activitystreams.document;

import com.ibm.icu.text.IDNA;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * The one spelling of a host: lower case, ASCII form (UTS 46, non-transitional, as browsers and
 * registries use it). An underscore is kept, for servers with one exist.
 */
final class HostName {
  private static final int LONGEST = 253;

  private HostName() {}

  /** The spelling; empty if the text is no host. */
  public static Optional<String> of(String written) {
    String host = PercentEncoding.decode(written).strip();
    if (host.startsWith("[") && host.endsWith("]")) {
      return ipv6(host.substring(1, host.length() - 1));
    }
    return isAscii(host)
        ? Optional.of(host.toLowerCase(Locale.ROOT)).filter(HostName::isHost)
        : Idn.ascii(host).filter(HostName::isHost);
  }

  private static boolean isHost(String host) {
    if (host.isEmpty() || host.length() > LONGEST || !isLetterOrDigit(host.charAt(0))) {
      return false;
    }
    for (int i = 0; i < host.length(); i++) {
      char each = host.charAt(i);
      if (!isLetterOrDigit(each) && each != '.' && each != '-' && each != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char each) {
    return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Any spelling of an address of version 6, in the one of RFC 5952. */
  private static Optional<String> ipv6(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address parsed
          ? Optional.of("[" + shortest(parsed.getHostAddress().replaceFirst("%.*", "")) + "]")
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The longest run of zeros, the first of several, becomes two colons. */
  private static String shortest(String groups) {
    for (int zeros = 8; zeros > 1; zeros--) {
      String run = "0:".repeat(zeros - 1) + "0";
      String padded = ":" + groups + ":";
      int at = padded.indexOf(":" + run + ":");
      if (at >= 0) {
        String before = padded.substring(0, at).replaceFirst("^:", "");
        String after = padded.substring(at + run.length() + 2).replaceFirst(":$", "");
        return before + "::" + after;
      }
    }
    return groups;
  }

  /** Loaded with the first host that needs it. */
  private static final class Idn {
    private static final IDNA UTS46 =
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    static Optional<String> ascii(String host) {
      var ascii = new StringBuilder();
      var result = new IDNA.Info();
      UTS46.nameToASCII(host, ascii, result);
      return result.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }
  }
}
