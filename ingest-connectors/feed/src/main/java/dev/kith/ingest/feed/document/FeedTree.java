package dev.kith.ingest.feed.document;

import dev.kith.ingest.SourceException.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/**
 * Brings the tree of a feed into a form that ROME reads: RSS of any version and CDF as RSS 2.0
 * without a namespace, Atom in the namespace of its version. Takes out elements that ROME refuses
 * and this connector does not use.
 */
final class FeedTree {
  private static final Set<String> UNUSED =
      Set.of("skiphours", "skipdays", "cloud", "image", "textinput", "ttl", "rating");

  /** Some programs write them in other cases. */
  private static final List<String> NAMES =
      List.of(
          "channel",
          "item",
          "title",
          "link",
          "description",
          "pubDate",
          "guid",
          "author",
          "category");

  private static final Pattern RSS_NAMESPACE =
      Pattern.compile(
          "https?://(?:purl\\.org/rss/1\\.0/|my\\.netscape\\.com/|backend\\.userland\\.com/"
              + "|(?:blogs|cyber)\\.law\\.harvard\\.edu/|www\\.rssboard\\.org/)(?!.*modules).*");

  /** Elements of the Channel Definition Format, and the attributes that are elements in RSS. */
  private static final Map<String, String> CDF_ELEMENTS =
      Map.of("ABSTRACT", "description", "LASTMOD", "pubDate", "HREF", "link");

  private FeedTree() {}

  static Document normalize(Element root) throws Unavailable {
    return switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "rss" -> rss(root);
      case "channel" -> rss(cdf(root));
      case "rdf" -> new Document(rdf(root));
      case "feed" -> new Document(atom(root));
      default ->
          throw FeedParser.unreadable(
              "expected RSS, Atom, RDF, CDF or JSON Feed, found other XML", null);
    };
  }

  /**
   * A copy, because ROME takes elements out of the tree that it reads; without the encoding of
   * texts, on which it may fail.
   */
  static Document forRome(Document document) {
    Document copy = document.clone();
    for (Element element : copy.getRootElement().getDescendants(Filters.element())) {
      element.removeAttribute("mode");
    }
    return copy;
  }

  private static Document rss(Element root) {
    root.setName("rss");
    root.setAttribute("version", "2.0");
    withoutRssNamespace(root);
    Element channel = root.getChild("channel");
    if (channel == null) {
      channel = new Element("channel");
      root.addContent(channel);
    }
    for (Element item : List.copyOf(root.getChildren("item"))) {
      channel.addContent(item.detach());
    }
    removeUnused(channel);
    return new Document(root);
  }

  /** RSS has no namespace, but some feeds declare one. */
  private static void withoutRssNamespace(Element element) {
    boolean isExtension =
        List.of(FeedNamespace.values()).stream()
            .filter(each -> each != FeedNamespace.RSS_09 && each != FeedNamespace.RSS_10)
            .anyMatch(each -> each.contains(element));
    boolean isRss =
        !isExtension
            && (element.getNamespacePrefix().isEmpty()
                || RSS_NAMESPACE.matcher(element.getNamespaceURI()).matches());
    if (isRss) {
      element.setNamespace(Namespace.NO_NAMESPACE);
      NAMES.stream()
          .filter(name -> name.equalsIgnoreCase(element.getName()))
          .forEach(element::setName);
    }
    element.getChildren().forEach(FeedTree::withoutRssNamespace);
  }

  private static void removeUnused(Element channel) {
    for (Element child : List.copyOf(channel.getChildren())) {
      if (UNUSED.contains(child.getName().toLowerCase(Locale.ROOT))
          && child.getNamespaceURI().isEmpty()) {
        child.detach();
      }
    }
  }

  /** RDF of any version as RSS 1.0, with a channel. */
  private static Element rdf(Element root) {
    root.setName("RDF");
    root.setNamespace(FeedNamespace.RDF.namespace());
    Namespace rss = FeedNamespace.RSS_10.namespace();
    Element channel = null;
    for (Element child : List.copyOf(root.getChildren())) {
      if (UNUSED.contains(child.getName().toLowerCase(Locale.ROOT))) {
        child.detach();
      } else {
        channel = child.getName().equals("channel") ? child : channel;
        inNamespace(child, child.getNamespace(), rss);
      }
    }
    if (channel == null) {
      root.addContent(0, new Element("channel", rss));
    }
    return root;
  }

  private static Element atom(Element root) {
    boolean isOld =
        FeedNamespace.ATOM_03.contains(root)
            || (root.getNamespaceURI().isEmpty()
                && "0.3".equals(root.getAttributeValue("version")));
    Namespace from = root.getNamespace();
    inNamespace(root, from, (isOld ? FeedNamespace.ATOM_03 : FeedNamespace.ATOM).namespace());
    return root;
  }

  private static void inNamespace(Element element, Namespace from, Namespace to) {
    if (element.getNamespaceURI().equals(from.getURI())) {
      element.setNamespace(to);
    }
    element.getChildren().forEach(child -> inNamespace(child, from, to));
  }

  private static Element cdf(Element channel) {
    Element root = new Element("rss");
    Element renamed = new Element("channel");
    describe(channel, renamed);
    for (Element item : channel.getChildren()) {
      if (item.getName().equalsIgnoreCase("item")) {
        Element rssItem = new Element("item");
        describe(item, rssItem);
        renamed.addContent(rssItem);
      }
    }
    return root.addContent(renamed);
  }

  private static void describe(Element source, Element target) {
    List<Element> found = new ArrayList<>();
    source
        .getAttributes()
        .forEach(each -> found.add(new Element(each.getName()).setText(each.getValue())));
    source.getChildren().forEach(each -> found.add(textOf(each)));
    for (Element each : found) {
      String name = each.getName().toUpperCase(Locale.ROOT);
      if (!name.equals("ITEM")) {
        String renamed = CDF_ELEMENTS.getOrDefault(name, name.toLowerCase(Locale.ROOT));
        target.addContent(new Element(renamed).setText(each.getText()));
      }
    }
  }

  /** {@code <A HREF="…">} and {@code <TITLE VALUE="…">} have their text in an attribute. */
  private static Element textOf(Element each) {
    String address = each.getAttributeValue("HREF");
    String value = each.getAttributeValue("VALUE");
    if (each.getName().equalsIgnoreCase("a") && address != null) {
      return new Element("HREF").setText(address);
    }
    return new Element(each.getName()).setText(value == null ? each.getText() : value);
  }
}
