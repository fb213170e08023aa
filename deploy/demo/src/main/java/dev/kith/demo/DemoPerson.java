package dev.kith.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A person of the demo, who uses several addresses and several spellings of the name.
 *
 * @param key short and unique name
 * @param name full name, first name first
 * @param language preferred language, {@code en} or {@code fr}
 * @param topics topics that the person writes about
 * @param place domain of the workplace
 * @param number index in the list of people, which selects the addresses and spellings
 */
record DemoPerson(
    String key, String name, String language, List<String> topics, String place, int number) {

  /** Returns a private and a work address and, for a quarter of the people, an old private one. */
  List<String> mails() {
    List<String> mails = new ArrayList<>();
    mails.add(number % 3 == 1 ? dotted() + "@example.net" : key + "@example.org");
    mails.add(dotted() + "@" + place);
    if (number % 4 == 2) {
      mails.add(key + number + "@post.example");
    }
    return mails;
  }

  /** Returns three spellings of the name in mail, the usual spelling first; one may be empty. */
  List<String> spellings() {
    String plain = withoutAccents(name);
    int space = name.indexOf(' ');
    String last = name.substring(space + 1);
    return switch (number % 4) {
      case 0 -> List.of(name, name, last + ", " + name.substring(0, space));
      case 1 -> List.of(name, name, plain.toLowerCase(Locale.ROOT));
      case 2 -> List.of(name, plain, name.charAt(0) + ". " + last);
      default -> List.of(name, name, "");
    };
  }

  /** Returns whether the person makes commits. */
  boolean writesCode() {
    return topics.contains("kafka") || topics.contains("open-data");
  }

  /**
   * Returns the identities the person commits with: work, private, or through the web page of the
   * code host.
   */
  List<MailAddress> committers() {
    String login = key + (number + 10);
    List<MailAddress> committers = new ArrayList<>();
    committers.add(new MailAddress(name, mails().get(1)));
    if (number % 2 == 0) {
      committers.add(new MailAddress(withoutAccents(name), mails().getFirst()));
    }
    if (number % 3 == 0) {
      committers.add(new MailAddress(name, number + 4000 + "+" + login + "@noreply.hub.example"));
    }
    return committers;
  }

  /** Returns the signature below the person's mails. */
  String signature() {
    return name + (number % 3 == 0 ? "\n" + place : "");
  }

  private String dotted() {
    String plain = withoutAccents(name).toLowerCase(Locale.ROOT);
    return plain.replace("'", "").replaceFirst(" ", ".").replace(" ", "");
  }

  private static String withoutAccents(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
