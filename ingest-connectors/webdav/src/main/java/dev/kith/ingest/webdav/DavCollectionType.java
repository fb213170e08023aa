package dev.kith.ingest.webdav;

import javax.xml.namespace.QName;

/** A kind of collection, and the names that its standard gives to its properties and reports. */
public enum DavCollectionType {
  /** Of vCards (CardDAV, RFC 6352). */
  ADDRESS_BOOK("urn:ietf:params:xml:ns:carddav", "addressbook", "address-data", "carddav"),
  /** Of iCalendar objects (CalDAV, RFC 4791). */
  CALENDAR("urn:ietf:params:xml:ns:caldav", "calendar", "calendar-data", "caldav");

  private final String namespace;
  private final String name;
  private final String data;
  private final String service;

  DavCollectionType(String namespace, String name, String data, String service) {
    this.namespace = namespace;
    this.name = name;
    this.data = data;
    this.service = service;
  }

  String namespace() {
    return namespace;
  }

  /** The type as the property {@code resourcetype} contains it. */
  QName resourceType() {
    return new QName(namespace, name);
  }

  /** The property of a principal that names the folder of its collections. */
  QName homeSet() {
    return new QName(namespace, name + "-home-set");
  }

  /** The report that returns several items at once. */
  QName multiget() {
    return new QName(namespace, name + "-multiget");
  }

  /** The property that contains an item. */
  QName data() {
    return new QName(namespace, data);
  }

  /** The well-known path of the service (RFC 6764, section 5). */
  String wellKnownPath() {
    return "/.well-known/" + service;
  }
}
