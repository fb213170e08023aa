package dev.kith.ingest.webdav;

import java.io.StringWriter;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the body of a request: an element with properties and texts. */
final class XmlText {
  private final StringWriter written = new StringWriter();
  private final XMLStreamWriter xml;

  XmlText(QName root) {
    XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
    factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
    try {
      xml = factory.createXMLStreamWriter(written);
      xml.writeStartDocument();
      start(root);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  XmlText properties(List<QName> names) {
    try {
      start(new QName(DavRequests.DAV, "prop"));
      for (QName name : names) {
        start(name);
        xml.writeEndElement();
      }
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  XmlText text(QName name, String text) {
    try {
      start(name);
      xml.writeCharacters(text);
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  private void start(QName name) throws XMLStreamException {
    xml.writeStartElement("", name.getLocalPart(), name.getNamespaceURI());
  }

  private static IllegalStateException unexpected(XMLStreamException e) {
    return new IllegalStateException("XML can always be written to memory", e);
  }

  /** The whole document. */
  @Override
  public String toString() {
    try {
      xml.writeEndDocument();
      xml.flush();
      return written.toString();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }
}
