package dev.kith.ingest.activitystreams.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The plain text of a text with markup.
 *
 * @param text the author's own words
 * @param quoted what stands in quotation blocks
 */
public record PlainText(String text, String quoted) {
  /** In characters; a longer text is truncated, because a record has a maximum size. */
  public static final int LONGEST = 100_000;

  private static final Pattern SPACES = Pattern.compile("[ \\t\\u00a0]+");
  private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n ?");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  public static final PlainText NONE = new PlainText("", "");

  /** Reads HTML, in which networks write unless they say otherwise. */
  public static PlainText ofHtml(String html) {
    Element body = Jsoup.parseBodyFragment(cut(html, 4 * LONGEST)).body();
    body.select("script, style, .quote-inline").remove();
    List<Element> quotes = body.select("blockquote").asList();
    String quoted =
        quotes.stream()
            .filter(quote -> quote.closest("blockquote blockquote") == null)
            .map(PlainText::lines)
            .collect(Collectors.joining("\n"));
    quotes.forEach(Element::remove);
    return new PlainText(lines(body), quoted);
  }

  /** Text without markup. */
  public static PlainText ofPlain(String text) {
    return new PlainText(tidy(text), "");
  }

  private static String lines(Element element) {
    Element copy = element.clone();
    copy.select("p, div, li, h1, h2, h3, h4, h5, h6, pre, tr").forEach(end -> end.after("\n"));
    return tidy(copy.wholeText());
  }

  private static String tidy(String text) {
    String joined = SPACES.matcher(text.replace("\r", "").replace('\u0000', ' ')).replaceAll(" ");
    String lines = LINE_ENDS.matcher(joined).replaceAll("\n");
    return cut(EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip(), LONGEST);
  }

  /** At most so many characters, never half of one. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
