package dev.kith.ingest.webdav;

import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.http.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses a multistatus response. A document type declaration is refused: it could include files of
 * this machine, or expand to gigabytes.
 */
final class MultistatusParser {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final Pattern STATUS = Pattern.compile("HTTP/[\\d.]+ (\\d{3})\\b.*");
  private static final int OK = 200;

  private MultistatusParser() {}

  /**
   * Parses a response.
   *
   * @param name of what was requested, for messages
   */
  static Multistatus parse(HttpExchange response, String name) throws Unavailable {
    try {
      return multistatus(response.address(), document(response.body()));
    } catch (SAXException | IOException | IllegalArgumentException e) {
      throw new Unavailable(
          name
              + ": expected a multistatus document of WebDAV, found another; check the address if"
              + " that lasts",
          e);
    }
  }

  private static Element document(byte[] body) throws SAXException, IOException {
    DocumentBuilder builder = builder();
    builder.setErrorHandler(new DefaultHandler()); // the default one prints
    return builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
  }

  private static DocumentBuilder builder() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setXIncludeAware(false);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the parser of the JDK has these features", e);
    }
  }

  private static Multistatus multistatus(URI base, Element root) {
    if (!isNamed(root, "multistatus")) {
      throw new IllegalArgumentException("expected the element multistatus");
    }
    List<DavResource> resources = new ArrayList<>();
    for (Element response : children(root, "response")) {
      resources.addAll(resources(base, response));
    }
    String token = text(root, "sync-token").orElse(null);
    return new Multistatus(resources, token);
  }

  /** A response without properties may state one status for several resources. */
  private static List<DavResource> resources(URI base, Element response) {
    int status = text(response, "status").map(MultistatusParser::status).orElse(OK);
    Map<QName, Element> properties = properties(response);
    return children(response, "href").stream()
        .map(href -> href.getTextContent().strip())
        .flatMap(
            href ->
                Href.resolve(base, href).stream()
                    .map(address -> new DavResource(address, href, status, properties)))
        .toList();
  }

  private static Map<QName, Element> properties(Element response) {
    Map<QName, Element> properties = new HashMap<>();
    for (Element found : children(response, "propstat")) {
      if (text(found, "status").map(MultistatusParser::status).orElse(OK) != OK) {
        continue;
      }
      for (Element group : children(found, "prop")) {
        for (Element property : children(group)) {
          properties.put(new QName(property.getNamespaceURI(), property.getLocalName()), property);
        }
      }
    }
    return properties;
  }

  private static int status(String line) {
    Matcher status = STATUS.matcher(line);
    if (!status.matches()) {
      throw new IllegalArgumentException("expected a status line");
    }
    return Integer.parseInt(status.group(1));
  }

  private static Optional<String> text(Element parent, String name) {
    return children(parent, name).stream()
        .map(element -> element.getTextContent().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> isNamed(child, name)).toList();
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static boolean isNamed(Element element, String name) {
    return DavRequests.DAV.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }
}
