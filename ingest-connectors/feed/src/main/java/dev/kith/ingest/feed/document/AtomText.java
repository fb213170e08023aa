package dev.kith.ingest.feed.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Reads text constructs of Atom 1.0 (RFC 4287, section 3.1) and 0.3, by their type and mode. */
final class AtomText {
  private AtomText() {}

  static MarkupText read(Element element) {
    if (!element.getChildren().isEmpty()) {
      return MarkupText.ofHtml(unescaped(element));
    }
    String type = element.getAttributeValue("type", "text").toLowerCase(Locale.ROOT);
    String value = isBase64(element, type) ? decoded(element.getTextTrim()) : element.getText();
    boolean isMarkup = type.contains("html") || type.contains("xml");
    boolean isUnknown = isBase64(element, type) && !type.startsWith("text");
    return isMarkup || isUnknown ? MarkupText.ofHtml(value) : MarkupText.ofPlain(value);
  }

  /** Some programs put escaped HTML into an element. */
  private static String unescaped(Element element) {
    boolean isEscaped = element.getAttributeValue("type", "").equals("html");
    String markup = markup(element);
    return isEscaped ? MarkupText.ofHtml(markup).oneLine() : markup;
  }

  private static boolean isBase64(Element element, String type) {
    boolean isOtherType =
        type.contains("/")
            && !type.startsWith("text/")
            && !type.contains("xml")
            && !type.contains("html");
    return isOtherType || element.getAttributeValue("mode", "").equals("base64");
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException noBase64) {
      return "";
    }
  }

  /** The content of an element as text, with the tags in it. */
  static String markup(Element element) {
    return element.getChildren().isEmpty()
        ? element.getText()
        : new XMLOutputter(Format.getRawFormat()).outputElementContentString(element);
  }
}
