package dev.kith.ingest.feed.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.kith.ingest.Original;
import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.UnreadableItem;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS, Atom, RDF and CDF by ROME, and the extensions that ROME leaves out: people of
 * podcasts, comments, threads, completeness.
 */
final class SyndicationParser {
  private static final String TYPE = "application/xml";

  private final URI address;
  private final boolean isAtom;
  private final Element root;
  private final Element channel;

  private SyndicationParser(Element root, URI address) {
    this.address = address;
    this.root = root;
    this.isAtom = root.getName().equals("feed");
    this.channel =
        root.getChildren().stream()
            .filter(child -> child.getName().equals("channel"))
            .findFirst()
            .orElse(root);
  }

  static ParsedFeed parse(byte[] body, @Nullable String contentType, URI address)
      throws Unavailable {
    Document document = FeedTree.normalize(LenientXmlParser.parse(body, contentType));
    try {
      SyndFeed feed = new SyndFeedInput().build(FeedTree.forRome(document));
      return new SyndicationParser(document.getRootElement(), address).feed(feed);
    } catch (FeedException | RuntimeException e) {
      throw FeedParser.unreadable("expected a feed, found one that ROME does not read", e);
    }
  }

  private ParsedFeed feed(SyndFeed feed) {
    List<Element> elements = items();
    List<SyndEntry> entries = feed.getEntries();
    List<ParsedItem> items = new ArrayList<>();
    List<UnreadableItem> unreadable = new ArrayList<>();
    for (int i = 0; i < Math.min(elements.size(), entries.size()); i++) {
      ParsedItem item = item(entries.get(i), elements.get(i));
      if (item.isEmpty()) {
        String reason = "item " + (i + 1) + ": expected a title, text, link or id, found none";
        unreadable.add(new UnreadableItem(item.original(), TYPE, reason));
      } else {
        items.add(item);
      }
    }
    String generator = text(channel, "generator");
    return new ParsedFeed(
        title(feed.getTitle(), channel),
        feedLink(feed),
        Optional.ofNullable(feed.getLanguage())
            .orElseGet(() -> attribute(root, "lang", Namespace.XML_NAMESPACE)),
        instant(feed.getPublishedDate()),
        channel.getChild("complete", FeedNamespace.HISTORY.namespace()) != null,
        generator.contains("wordpress") || generator.contains("WordPress"),
        link(channel, "hub").orElse(null),
        link(channel, "self").orElse(null),
        people(channel),
        items,
        unreadable);
  }

  private String feedLink(SyndFeed feed) {
    return resolve(channel, Optional.ofNullable(feed.getLink()).orElse(""));
  }

  /** In the order in which ROME reads them. */
  private List<Element> items() {
    String name = isAtom ? "entry" : "item";
    Element parent = root.getName().equals("rss") ? channel : root;
    return parent.getChildren().stream()
        .filter(
            child ->
                child.getName().equals(name)
                    && child.getNamespaceURI().equals(channel.getNamespaceURI()))
        .toList();
  }

  private ParsedItem item(SyndEntry entry, Element element) {
    byte[] original = new XMLOutputter(Format.getRawFormat()).outputString(element).getBytes(UTF_8);
    return new ParsedItem(
        id(entry, element),
        itemLink(entry, element),
        title(entry.getTitle(), element),
        content(entry, element),
        Stream.of(
                instant(entry.getPublishedDate()),
                time(element, "issued"),
                time(element, "created"),
                time(element, "pubDate"))
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElse(null),
        Optional.ofNullable(instant(entry.getUpdatedDate()))
            .orElseGet(() -> time(element, "modified")),
        people(element),
        List.of(),
        topics(entry, element),
        enclosures(entry, element),
        inReplyTo(element),
        text(element, "commentRss", FeedNamespace.COMMENTS)
            .or(() -> text(element, "commentRSS", FeedNamespace.COMMENTS))
            .or(() -> replies(element))
            .map(found -> resolve(element, found))
            .orElse(null),
        Original.truncate(original),
        TYPE);
  }

  private List<FeedPerson> people(Element element) {
    return ItemPeople.of(element).stream()
        .map(each -> each.at(resolve(element, each.uri())))
        .toList();
  }

  /** ROME takes the link for an id where there is none. */
  private String id(SyndEntry entry, Element element) {
    boolean hasId =
        Stream.of("guid", "id").anyMatch(name -> !text(element, name).isEmpty())
            || !attribute(element, "about", FeedNamespace.RDF.namespace()).isEmpty();
    String id = hasId ? Optional.ofNullable(entry.getUri()).orElse("").strip() : "";
    return isAtom && id.startsWith("/") ? resolve(element, id) : id;
  }

  private String itemLink(SyndEntry entry, Element element) {
    String link = Optional.ofNullable(entry.getLink()).orElse("");
    return resolve(element, link.isBlank() ? link(element, "alternate").orElse("") : link);
  }

  private String title(@Nullable String title, Element element) {
    if (isAtom) {
      return named(element, "title")
          .filter(found -> found.getNamespaceURI().equals(root.getNamespaceURI()))
          .map(found -> AtomText.read(found).oneLine())
          .findFirst()
          .orElse("");
    }
    return MarkupText.oneLine(title == null || title.isBlank() ? text(element, "title") : title);
  }

  /** The content, or the summary where there is none. */
  private MarkupText content(SyndEntry entry, Element element) {
    Stream<MarkupText> standard =
        isAtom
            ? Stream.of("content", "summary")
                .flatMap(name -> named(element, name))
                .map(AtomText::read)
            : Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(found -> MarkupText.ofHtml(Objects.requireNonNullElse(found.getValue(), "")));
    Stream<MarkupText> extended =
        Stream.of("body", "fullitem", "description", "summary", "abstract")
            .flatMap(name -> named(element, name))
            .map(found -> MarkupText.ofHtml(AtomText.markup(found)));
    return Stream.concat(standard, extended)
        .filter(found -> !found.equals(MarkupText.NONE))
        .findFirst()
        .orElse(MarkupText.NONE);
  }

  private static List<String> topics(SyndEntry entry, Element element) {
    Stream<String> stated = entry.getCategories().stream().map(SyndCategory::getName);
    Stream<String> subjects =
        element.getChildren("subject", FeedNamespace.DUBLIN_CORE.namespace()).stream()
            .map(Element::getTextTrim);
    Stream<String> extended =
        named(element, "category")
            .flatMap(each -> Stream.concat(Stream.of(each), each.getChildren().stream()))
            .map(each -> each.getAttributeValue("text", each.getTextTrim()));
    Stream<String> tags =
        named(element, "tags").flatMap(each -> Stream.of(each.getText().split(",", -1)));
    return Stream.of(tags, stated, subjects, extended)
        .flatMap(names -> names)
        .flatMap(Stream::ofNullable)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private List<String> enclosures(SyndEntry entry, Element element) {
    return entry.getEnclosures().stream()
        .map(SyndEnclosure::getUrl)
        .flatMap(Stream::ofNullable)
        .map(url -> resolve(element, url))
        .toList();
  }

  private static @Nullable String inReplyTo(Element element) {
    Element reply = element.getChild("in-reply-to", FeedNamespace.THREAD.namespace());
    return reply == null ? null : reply.getAttributeValue("ref");
  }

  private static Optional<String> replies(Element element) {
    return element.getChildren().stream()
        .filter(child -> child.getName().equals("link"))
        .filter(child -> "replies".equals(child.getAttributeValue("rel")))
        .filter(child -> "application/atom+xml".equals(child.getAttributeValue("type")))
        .flatMap(child -> Stream.ofNullable(child.getAttributeValue("href")))
        .findFirst();
  }

  private Optional<String> link(Element parent, String relation) {
    return named(parent, "link")
        .filter(link -> isAtom || FeedNamespace.ATOM.contains(link))
        .filter(link -> relation.equals(link.getAttributeValue("rel", "alternate")))
        .map(link -> link.getAttributeValue("href", link.getTextTrim()))
        .map(found -> resolve(parent, found))
        .findFirst();
  }

  /** Resolves a relative address by {@code xml:base} and by the address of the feed. */
  private String resolve(Element element, String relative) {
    String stripped = relative.strip();
    if (stripped.isEmpty()) {
      return "";
    }
    try {
      return base(element).resolve(stripped).toString();
    } catch (IllegalArgumentException noUri) {
      return stripped;
    }
  }

  private URI base(Element element) {
    Element parent = element.getParentElement();
    URI outer = parent == null ? address : base(parent);
    String stated = attribute(element, "base", Namespace.XML_NAMESPACE).strip();
    try {
      return stated.isEmpty() ? outer : outer.resolve(stated);
    } catch (IllegalArgumentException noUri) {
      return outer;
    }
  }

  private static @Nullable Instant time(Element element, String name) {
    return named(element, name)
        .flatMap(found -> FeedTime.parse(found.getText()).stream())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static Stream<Element> named(Element element, String name) {
    return element.getChildren().stream().filter(child -> child.getName().equals(name));
  }

  private static String text(Element element, String name) {
    return named(element, name).map(Element::getTextTrim).findFirst().orElse("");
  }

  private static Optional<String> text(Element element, String name, FeedNamespace namespace) {
    return Optional.ofNullable(element.getChildTextTrim(name, namespace.namespace()))
        .filter(found -> !found.isEmpty());
  }

  private static String attribute(Element element, String name, Namespace namespace) {
    return element.getAttributeValue(name, namespace, "");
  }
}
