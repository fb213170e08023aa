package dev.kith.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Somebody in the town, who uses several addresses and is not always written alike.
 *
 * @param key short and unique
 * @param name in full, first name first
 * @param language that they would rather write
 * @param topics they talk about
 * @param place domain where they work
 * @param number their place in the list of people, from which their habits follow
 */
record DemoPerson(
    String key, String name, String language, List<String> topics, String place, int number) {

  /** The first is used at home, the second at work, the third, if any, is an old one. */
  List<String> mails() {
    List<String> mails = new ArrayList<>();
    mails.add(number % 3 == 1 ? dotted() + "@example.net" : key + "@example.org");
    mails.add(dotted() + "@" + place);
    if (number % 4 == 2) {
      mails.add(key + number + "@post.example");
    }
    return mails;
  }

  /** How programs write the name, the usual spelling first. */
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

  /** Whether they write code. */
  boolean writesCode() {
    return topics.contains("kafka") || topics.contains("open-data");
  }

  /** As whom they commit: at work, at home, and through the web page of the code host. */
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

  /** What they put under a mail. */
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
