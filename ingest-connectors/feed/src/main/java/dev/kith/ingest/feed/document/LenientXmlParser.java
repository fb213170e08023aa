package dev.kith.ingest.feed.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.io.XmlReader;
import dev.kith.ingest.SourceException.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.IllegalAddException;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML, also ill-formed, into a tree. It evaluates no document type, so that a document can
 * neither define entities nor load files, and its depth is limited. Prefixes that a document does
 * not declare have their usual namespaces.
 */
final class LenientXmlParser {
  private static final int MAX_DEPTH = 256;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private LenientXmlParser() {}

  /** The root element. */
  static org.jdom2.Element parse(byte[] body, @Nullable String contentType) throws Unavailable {
    Parser parser = Parser.xmlParser().setMaxDepth(MAX_DEPTH);
    Element root = Jsoup.parse(decode(body, contentType), "", parser).firstElementChild();
    org.jdom2.Element converted = root == null ? null : convert(root, Map.of());
    if (converted == null) {
      throw FeedParser.unreadable("expected XML or JSON, found neither", null);
    }
    return converted;
  }

  /** A content type without a charset says nothing: the document's own declaration counts. */
  private static String decode(byte[] body, @Nullable String contentType) {
    Charset wide = wideCharset(body);
    if (wide != null) {
      return new String(body, wide);
    }
    boolean hasCharset =
        contentType != null && contentType.toLowerCase(Locale.ROOT).contains("charset=");
    try (Reader reader =
        hasCharset
            ? new XmlReader(new ByteArrayInputStream(body), contentType, true)
            : new XmlReader(new ByteArrayInputStream(body), true)) {
      var text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException | IllegalArgumentException unknownEncoding) {
      return new String(body, UTF_8);
    }
  }

  /** UTF-16 and UTF-32 show in the first four bytes (XML 1.0, appendix F); ROME knows fewer. */
  private static @Nullable Charset wideCharset(byte[] body) {
    String start = body.length < 4 ? "" : HexFormat.of().formatHex(body, 0, 4);
    return switch (start) {
      case "0000feff", "0000003c" -> Charset.forName("UTF-32BE");
      case "fffe0000", "3c000000" -> Charset.forName("UTF-32LE");
      case "003c003f", "003c0021" -> UTF_16BE;
      case "3c003f00", "3c002100" -> UTF_16LE;
      default -> null;
    };
  }

  private static org.jdom2.@Nullable Element convert(Element source, Map<String, String> outer) {
    Map<String, String> scope = declared(source, outer);
    String name = localName(source.tagName());
    if (Verifier.checkElementName(name) != null) {
      return null;
    }
    var element = new org.jdom2.Element(name, namespace(prefix(source.tagName()), scope));
    source.attributes().forEach(attribute -> convert(attribute, scope, element));
    for (Node child : source.childNodes()) {
      if (child instanceof TextNode text) {
        element.addContent(clean(text.getWholeText()));
      } else if (child instanceof Element inner) {
        org.jdom2.Element converted = convert(inner, scope);
        if (converted != null) {
          element.addContent(converted);
        }
      }
    }
    return element;
  }

  private static Map<String, String> declared(Element source, Map<String, String> outer) {
    List<Attribute> declarations =
        source.attributes().asList().stream().filter(each -> isDeclaration(each.getKey())).toList();
    if (declarations.isEmpty()) {
      return outer;
    }
    Map<String, String> scope = new HashMap<>(outer);
    declarations.forEach(
        each -> scope.put(each.getKey().replaceFirst("xmlns:?", ""), each.getValue()));
    return scope;
  }

  private static void convert(
      Attribute source, Map<String, String> scope, org.jdom2.Element element) {
    String name = localName(source.getKey());
    if (isDeclaration(source.getKey()) || Verifier.checkAttributeName(name) != null) {
      return;
    }
    String prefix = prefix(source.getKey());
    Namespace namespace = prefix.isEmpty() ? Namespace.NO_NAMESPACE : namespace(prefix, scope);
    if (prefix.isEmpty() == namespace.getPrefix().isEmpty()) {
      try {
        element.setAttribute(name, clean(source.getValue()), namespace);
      } catch (IllegalAddException prefixOfTheElement) {
        // An attribute of an extension that no reader knows.
        return;
      }
    }
  }

  private static Namespace namespace(String prefix, Map<String, String> scope) {
    String uri = clean(scope.getOrDefault(prefix, ""));
    return FeedNamespace.of(prefix, uri);
  }

  private static boolean isDeclaration(String attribute) {
    return attribute.equals("xmlns") || attribute.startsWith("xmlns:");
  }

  private static String prefix(String name) {
    return name.substring(0, Math.max(0, name.indexOf(':')));
  }

  private static String localName(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /**
   * Without characters that XML does not allow. Control characters of the second block are
   * characters of Windows-1252 that were declared as another encoding.
   */
  private static String clean(String text) {
    var cleaned = new StringBuilder(text.length());
    text.codePoints().filter(Verifier::isXMLCharacter).forEach(each -> append(each, cleaned));
    return cleaned.toString();
  }

  private static void append(int character, StringBuilder text) {
    if (character >= 0x80 && character < 0xA0) {
      text.append(new String(new byte[] {(byte) character}, WINDOWS_1252));
    } else {
      text.appendCodePoint(character);
    }
  }
}
