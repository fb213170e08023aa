package dev.kith.ingest.mail.mime;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Extracts the visible text of HTML, with quotations marked by {@code > } as in plain text. */
public final class HtmlText {
  private static final Set<String> BLOCK_ELEMENTS =
      Set.of(
          ("p div li tr h1 h2 h3 h4 h5 h6 ul ol table pre blockquote hr section article "
                  + "header footer dt dd address")
              .split(" ", -1));
  private static final Set<String> INVISIBLE_ELEMENTS =
      Set.of("script", "style", "head", "title", "template");

  private HtmlText() {}

  public static String extract(String html) {
    var collector = new TextCollector();
    NodeTraversor.traverse(collector, Jsoup.parse(html));
    return collector.text();
  }

  /** Collects text line by line. */
  private static final class TextCollector implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quotes;
    private int invisible;
    private int preformatted;
    private int blank = 1;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words && invisible == 0) {
        write(words.getWholeText());
      } else if (node instanceof Element element) {
        open(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        close(element);
      }
    }

    private void open(Element element) {
      String tag = element.normalName();
      if (BLOCK_ELEMENTS.contains(tag) || tag.equals("br")) {
        endLine(tag.equals("p") || tag.equals("br"));
      }
      count(tag, 1);
    }

    private void close(Element element) {
      String tag = element.normalName();
      if (BLOCK_ELEMENTS.contains(tag)) {
        endLine(false);
        if (tag.equals("p")) {
          endLine(true);
        }
      }
      if (tag.equals("td") || tag.equals("th")) {
        line.append(' ');
      }
      count(tag, -1);
    }

    private void count(String tag, int change) {
      quotes += tag.equals("blockquote") ? change : 0;
      invisible += INVISIBLE_ELEMENTS.contains(tag) ? change : 0;
      preformatted += tag.equals("pre") ? change : 0;
    }

    private void write(String words) {
      if (preformatted > 0) {
        words.replace("\r", "").lines().forEach(this::writeLine);
        return;
      }
      String flat = words.replaceAll("[\\s\u00a0]+", " ");
      boolean atStart = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
      line.append(atStart && flat.startsWith(" ") ? flat.substring(1) : flat);
    }

    private void writeLine(String words) {
      line.append(words);
      endLine(true);
    }

    /** Ends the line; an empty line is kept only if {@code keepEmpty}, and never two in a row. */
    private void endLine(boolean keepEmpty) {
      String words = line.toString().stripTrailing();
      line.setLength(0);
      if (words.isEmpty() && (!keepEmpty || blank > 0)) {
        return;
      }
      blank = words.isEmpty() ? blank + 1 : 0;
      text.repeat('>', quotes).append(quotes > 0 ? " " : "").append(words).append('\n');
    }

    String text() {
      endLine(false);
      return text.toString().strip();
    }
  }
}
