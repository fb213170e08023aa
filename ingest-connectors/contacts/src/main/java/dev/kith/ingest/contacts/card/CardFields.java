package dev.kith.ingest.contacts.card;

import dev.kith.ingest.DisplayName;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Affiliation;
import dev.kith.schemas.Link;
import ezvcard.VCard;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.Impp;
import ezvcard.property.Kind;
import ezvcard.property.Nickname;
import ezvcard.property.Organization;
import ezvcard.property.Photo;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Title;
import ezvcard.property.Url;
import ezvcard.property.VCardProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a card says of somebody, in the forms of a profile. */
final class CardFields {
  private static final String ADDRESS = "[^\\s@<>,;:\"/]+@[^\\s@<>,;:\"/]+";

  /** Google and Android put every card into a group of their own. */
  private static final Set<String> ALL_CARDS = Set.of("mycontacts", "my contacts");

  private final VCard card;
  private final PhoneNumberParser phoneNumbers;
  private final Map<String, Integer> ignored = new TreeMap<>();

  CardFields(VCard card, PhoneNumberParser phoneNumbers) {
    this.card = card;
    this.phoneNumbers = phoneNumbers;
  }

  /** Why parts were left out, each with how often; complete once all fields are asked for. */
  Map<String, Integer> ignored() {
    return ignored;
  }

  private void ignore(String reason) {
    ignored.merge(reason, 1, Integer::sum);
  }

  AccountKind kind() {
    Kind stated = card.getKind();
    if ((stated != null && stated.isGroup()) || has("X-ADDRESSBOOKSERVER-KIND", "group")) {
      return AccountKind.LIST;
    }
    boolean isOther = stated != null && !stated.isIndividual();
    return isOther || has("X-ABShowAs", "COMPANY") || isNamedAfterOrganization()
        ? AccountKind.ORGANISATION
        : AccountKind.PERSON;
  }

  private boolean has(String property, String value) {
    RawProperty found = card.getExtendedProperty(property);
    return found != null && value.equalsIgnoreCase(found.getValue());
  }

  /** Phones have no other way to store a company. */
  private boolean isNamedAfterOrganization() {
    StructuredName parts = card.getStructuredName();
    boolean hasParts = parts != null && (parts.getGiven() != null || parts.getFamily() != null);
    return !hasParts
        && card.getFormattedName() != null
        && organisations().stream()
            .anyMatch(each -> each.getName().equals(card.getFormattedName().getValue()));
  }

  /** The formatted name, the parts of the name, and nicknames. */
  List<String> names() {
    List<String> written = new ArrayList<>();
    if (card.getFormattedName() != null) {
      written.add(card.getFormattedName().getValue());
    }
    StructuredName parts = card.getStructuredName();
    if (parts != null) {
      written.add(text(parts.getGiven()) + " " + text(parts.getFamily()));
    }
    for (Nickname nickname : card.getNicknames()) {
      nickname.getValues().forEach(value -> written.addAll(split(value)));
    }
    Set<String> names = new LinkedHashSet<>();
    written.forEach(name -> DisplayName.clean(text(name)).ifPresent(names::add));
    return List.copyOf(names);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Some programs escape the comma between two values. */
  private static List<String> split(String values) {
    return Stream.of(values.split(",")).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }

  List<String> emails() {
    Set<String> emails = new LinkedHashSet<>();
    for (Email email : card.getEmails()) {
      String written = text(email.getValue()).strip().replaceFirst("(?i)^mailto:", "");
      String address = written.replaceFirst("^.*<([^<>]*)>$", "$1");
      if (address.matches(ADDRESS)) {
        emails.add(AccountId.email(address).address());
      } else if (!address.isEmpty()) {
        ignore("a mail address that is none");
      }
    }
    return List.copyOf(emails);
  }

  List<String> phones() {
    Set<String> phones = new LinkedHashSet<>();
    for (Telephone phone : card.getTelephoneNumbers()) {
      String written = written(phone);
      Optional<String> number = phoneNumbers.parse(written);
      if (isOfOthers(phone)) {
        ignore("a number of a fax, a pager or an assistant");
      } else if (number.isPresent()) {
        phones.add(number.get());
      } else if (!written.isBlank()) {
        ignore("a phone number that is incomplete, unknown or one of an extension");
      }
    }
    return List.copyOf(phones);
  }

  private static String written(Telephone phone) {
    return phone.getUri() == null
        ? text(phone.getText())
        : phone.getUri().getNumber()
            + (phone.getUri().getExtension() == null
                ? ""
                : ";ext=" + phone.getUri().getExtension());
  }

  private boolean isOfOthers(Telephone phone) {
    return phone.getTypes().contains(TelephoneType.FAX)
        || phone.getTypes().contains(TelephoneType.PAGER)
        || label(phone).toLowerCase(Locale.ROOT).contains("assistant");
  }

  /** The label that programs of Apple give to a property, in another property of its group. */
  private String label(VCardProperty property) {
    return card.getExtendedProperties("X-ABLabel").stream()
        .filter(label -> label.getGroup() != null && label.getGroup().equals(property.getGroup()))
        .map(label -> text(label.getValue()))
        .findFirst()
        .orElse("");
  }

  List<Link> links() {
    Set<String> links = new LinkedHashSet<>();
    for (Url url : card.getUrls()) {
      address(url.getValue()).ifPresentOrElse(links::add, () -> ignore("a link that is none"));
    }
    for (RawProperty profile : card.getExtendedProperties("X-SOCIALPROFILE")) {
      address(profile.getValue()).ifPresent(links::add);
    }
    for (Impp messenger : card.getImpps()) {
      if (messenger.getUri() != null && "xmpp".equals(messenger.getProtocol())) {
        links.add("xmpp:" + messenger.getHandle());
      } else {
        ignore("an address of a messenger");
      }
    }
    return links.stream().map(link -> new Link(link, false)).toList();
  }

  /** An absolute address; many cards leave out the scheme. */
  private static Optional<String> address(@Nullable String written) {
    String address = text(written).strip();
    String complete = address.matches("(?i)www\\..*") ? "http://" + address : address;
    try {
      URI uri = new URI(complete);
      boolean isPage = "https".equalsIgnoreCase(uri.getScheme()) || "http".equals(uri.getScheme());
      return Optional.of(complete).filter(a -> isPage && uri.getHost() != null);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  /** The first title belongs to the first organisation, and so on. */
  List<Affiliation> organisations() {
    List<Affiliation> organisations = new ArrayList<>();
    List<Title> titles = card.getTitles();
    for (Organization organisation : card.getOrganizations()) {
      String name = organisation.getValues().stream().findFirst().map(String::strip).orElse("");
      int index = organisations.size();
      String title = index < titles.size() ? titles.get(index).getValue() : null;
      if (!name.isEmpty()) {
        organisations.add(new Affiliation(name, title, null, null));
      }
    }
    return organisations;
  }

  @Nullable String photo() {
    String address = null;
    for (Photo photo : card.getPhotos()) {
      Optional<String> found = address(photo.getUrl());
      if (found.isEmpty()) {
        ignore("a picture inside the card");
      } else if (address == null) {
        address = found.get();
      }
    }
    return address;
  }

  List<String> categories() {
    Set<String> categories = new LinkedHashSet<>();
    for (Categories group : card.getCategoriesList()) {
      for (String value : group.getValues()) {
        split(value).stream()
            .filter(category -> !ALL_CARDS.contains(category.toLowerCase(Locale.ROOT)))
            .forEach(categories::add);
      }
    }
    return List.copyOf(categories);
  }
}
