package dev.kith.ingest.activitystreams.document;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one spelling of a host: lower case, ASCII form (UTS 46, non-transitional, as browsers and
 * registries use it). An underscore is kept, for servers with one exist.
 */
final class HostName {
  private static final int LONGEST = 253;
  private static final Pattern HOST = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  private HostName() {}

  /** The spelling; empty if the text is no host. */
  public static Optional<String> of(String written) {
    String host = PercentEncoding.decode(written).strip();
    if (host.startsWith("[")) {
      return InetAddresses.isUriInetAddress(host)
          ? Optional.of(InetAddresses.toUriString(InetAddresses.forUriString(host)))
          : Optional.empty();
    }
    return CharMatcher.ascii().matchesAllOf(host)
        ? Optional.of(host.toLowerCase(Locale.ROOT)).filter(HostName::isHost)
        : Idn.ascii(host).filter(HostName::isHost);
  }

  private static boolean isHost(String host) {
    return host.length() <= LONGEST && HOST.matcher(host).matches();
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
