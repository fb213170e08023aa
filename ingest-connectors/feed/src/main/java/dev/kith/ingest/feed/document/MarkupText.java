package dev.kith.ingest.feed.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The plain text of an HTML fragment.
 *
 * @param text the author's own words
 * @param quoted what stands in quotation blocks
 */
public record MarkupText(String text, String quoted) {
  /** In characters; a longer text is truncated, because a record has a maximum size. */
  public static final int LONGEST = 100_000;

  static final MarkupText NONE = new MarkupText("", "");

  private static final String INVISIBLE = "script, style, template";

  /** Without an end, a frame would swallow the rest of the text. */
  private static final Pattern FRAME = Pattern.compile("(?i)</?iframe[^>]*>");

  private static final String BLOCKS =
      "p, div, li, tr, pre, h1, h2, h3, h4, h5, h6, dt, dd, section, article, figure, blockquote";

  /** Reads HTML; scripts and styles are left out. */
  public static MarkupText ofHtml(String html) {
    String shown = FRAME.matcher(cut(html, 4 * LONGEST)).replaceAll("");
    Element body = Jsoup.parseBodyFragment(shown).body();
    body.select(INVISIBLE).remove();
    List<Element> quotes = body.select("blockquote").asList();
    String quoted =
        quotes.stream()
            .filter(quote -> quote.closest("blockquote blockquote") == null)
            .map(MarkupText::lines)
            .collect(Collectors.joining("\n"));
    quotes.forEach(Element::remove);
    return new MarkupText(lines(body), quoted);
  }

  /** Text without markup. */
  static MarkupText ofPlain(String text) {
    return new MarkupText(tidy(text), "");
  }

  /** The words of HTML on one line, quotations included. */
  public static String oneLine(String html) {
    return ofHtml(html).oneLine();
  }

  String oneLine() {
    return (text + " " + quoted).replaceAll("\\s+", " ").strip();
  }

  private static String lines(Element element) {
    Element copy = element.clone();
    copy.select(BLOCKS).forEach(block -> block.after("\n"));
    copy.select("td, th").forEach(cell -> cell.after(" "));
    return tidy(copy.wholeText());
  }

  private static String tidy(String text) {
    String joined = text.replace("\r", "").replaceAll("[ \\t\\u00a0]+", " ");
    String lines = joined.replaceAll(" ?\\n ?", "\n").replaceAll("\\n{3,}", "\n\n");
    return cut(lines.strip(), LONGEST);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
