package dev.kith.ingest.bluesky.identity;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks TXT records up in the DNS.
 *
 * @param servers {@code dns:} for the name servers of this machine, or {@code dns://host:port}
 */
public record DnsTextRecords(String servers) implements HandleResolver.TextRecords {
  private static final String RECORD_TYPE = "TXT";

  @Override
  @SuppressWarnings("BanJNDI") // the DNS provider makes texts of TXT records, and no objects
  public List<String> of(String domain) {
    try {
      var context = new InitialDirContext(environment());
      try {
        return texts(context.getAttributes(domain, new String[] {RECORD_TYPE}).get(RECORD_TYPE));
      } finally {
        context.close();
      }
    } catch (NamingException absent) {
      return List.of();
    }
  }

  /** JNDI wants this old type of map. */
  @SuppressWarnings("JdkObsolete")
  private Hashtable<String, String> environment() {
    var environment = new Hashtable<String, String>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, servers);
    environment.put("com.sun.jndi.dns.timeout.initial", "2000");
    environment.put("com.sun.jndi.dns.timeout.retries", "2");
    return environment;
  }

  private static List<String> texts(@Nullable Attribute records) throws NamingException {
    List<String> texts = new ArrayList<>();
    if (records != null) {
      var values = records.getAll();
      while (values.hasMore()) {
        texts.add(values.next().toString().replaceAll("^\"|\"$", ""));
      }
    }
    return texts;
  }
}
