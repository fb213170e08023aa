package dev.kith.ingest.feed.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;

/** Namespaces of feeds and of their extensions, by their usual prefixes. */
enum FeedNamespace {
  ATOM("http://www.w3.org/2005/Atom", "atom"),
  ATOM_03("http://purl.org/atom/ns#", "atom03"),
  RDF("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
  RSS_09("http://my.netscape.com/rdf/simple/0.9/", "rss09"),
  RSS_10("http://purl.org/rss/1.0/", "rss"),
  CONTENT("http://purl.org/rss/1.0/modules/content/", "content"),
  DUBLIN_CORE("http://purl.org/dc/elements/1.1/", "dc"),
  DUBLIN_CORE_TERMS("http://purl.org/dc/terms/", "dcterms"),
  /** Without a prefix, so that the tags of its text are those of HTML. */
  XHTML("http://www.w3.org/1999/xhtml", ""),
  ITUNES("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
  PODCAST("https://podcastindex.org/namespace/1.0", "podcast"),
  COMMENTS("http://wellformedweb.org/CommentAPI/", "wfw"),
  THREAD("http://purl.org/syndication/thread/1.0", "thr"),
  HISTORY("http://purl.org/syndication/history/1.0", "fh");

  private final String uri;
  private final String prefix;

  FeedNamespace(String uri, String prefix) {
    this.uri = uri;
    this.prefix = prefix;
  }

  /** With its usual prefix. */
  Namespace namespace() {
    return Namespace.getNamespace(prefix, uri);
  }

  /** Whether an element is in this namespace. */
  boolean contains(Element element) {
    return element.getNamespaceURI().equals(uri);
  }

  /** The namespace of a prefix that is declared with a URI, or not declared: an empty URI. */
  static Namespace of(String prefix, String declared) {
    if (prefix.equals("xml")) {
      return Namespace.XML_NAMESPACE;
    }
    Optional<FeedNamespace> known = known(prefix, declared);
    if (known.isPresent()) {
      return known.get().namespace();
    }
    boolean isUsable =
        !declared.isBlank()
            && Verifier.checkNamespaceURI(declared) == null
            && Verifier.checkNamespacePrefix(prefix) == null
            && !declared.equals(Namespace.XML_NAMESPACE.getURI());
    return isUsable ? Namespace.getNamespace(prefix, declared) : Namespace.NO_NAMESPACE;
  }

  private static Optional<FeedNamespace> known(String prefix, String declared) {
    return Arrays.stream(values())
        .filter(
            each ->
                declared.isBlank()
                    ? !prefix.isEmpty() && each.prefix.equals(prefix)
                    : folded(each.uri).equals(folded(declared)))
        .findFirst();
  }

  private static String folded(String uri) {
    return uri.toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://(www\\.)?", "")
        .replaceFirst("/+$", "");
  }
}
