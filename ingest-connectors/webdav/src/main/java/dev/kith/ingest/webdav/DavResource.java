package dev.kith.ingest.webdav;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a server says of one resource.
 *
 * @param address of the resource
 * @param reference to it, as the server has written it
 * @param status of the resource as a whole; 200 if the response states only that of its properties
 * @param properties that the resource has, by name
 */
record DavResource(URI address, String reference, int status, Map<QName, Element> properties) {

  /** The decoded path, which has one form however a server encodes it. */
  String path() {
    return address.getPath();
  }

  boolean isMissing() {
    return status == 404 || status == 410;
  }

  Optional<String> text(QName property) {
    return Optional.ofNullable(properties.get(property))
        .map(Element::getTextContent)
        .filter(text -> !text.isBlank());
  }

  /** Whether the resource has this type, among others. */
  boolean isA(QName type) {
    Element types = properties.get(DavRequests.RESOURCE_TYPE);
    return types != null
        && types.getElementsByTagNameNS(type.getNamespaceURI(), type.getLocalPart()).getLength()
            > 0;
  }

  /** The addresses in a property. */
  List<URI> addresses(QName property) {
    List<URI> addresses = new ArrayList<>();
    Element value = properties.get(property);
    if (value != null) {
      NodeList references = value.getElementsByTagNameNS(DavRequests.DAV, "href");
      for (int i = 0; i < references.getLength(); i++) {
        Href.resolve(address, references.item(i).getTextContent()).ifPresent(addresses::add);
      }
    }
    return addresses;
  }
}
