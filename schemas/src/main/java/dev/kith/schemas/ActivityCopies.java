package dev.kith.schemas;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two copies of one activity say together: a mail as it was sent, as it was received and as a
 * list passed it on. Merging is commutative, associative and idempotent (but for the number of
 * merges), so that the order in which copies are read does not matter; and of {@link
 * RevisionOrder#order(Activity) all versions} the merged one counts.
 */
public final class ActivityCopies {
  private static final String MAIL = "mail";

  /** Subject prefixes of answers, forwards and lists. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:\\s|\\[[^\\]]{0,100}\\]|(?:re|fwd?|aw|sv|tr)\\s?:)+", Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** Fuller texts are greater; the rest only makes the order total. */
  private static final Comparator<Activity> BY_TEXT =
      Comparator.<Activity>comparingInt(copy -> copy.getText().length())
          .thenComparing(Activity::getText)
          .thenComparing(Activity::getQuoted)
          .thenComparing(Activity::getSignature)
          .thenComparing(Activity::getKind)
          .thenComparing(Activity::getNetwork)
          .thenComparing(Activity::getSource)
          .thenComparing(Activity::getOriginal);

  /**
   * Manners of naming somebody, the most direct first; all others come before these. An answer to
   * an invitation says more than the invitation.
   */
  private static final List<String> INDIRECT = List.of("to", "cc", "bcc", "invited");

  private static final Comparator<String> MANNERS =
      Comparator.<String>comparingInt(INDIRECT::indexOf).thenComparing(Comparator.naturalOrder());

  private ActivityCopies() {}

  /**
   * Merges two records of one id that {@linkplain #areOneActivity are one activity}: the later
   * revision, or of copies of one revision the union of what they hold. A deletion is not merged
   * with anything. The sources of both are those of the result.
   */
  public static Activity merge(Activity one, Activity other) {
    Set<String> sources = sources(one);
    sources.addAll(sources(other));
    return deliveredBy(sources, merged(one, other));
  }

  private static Activity merged(Activity one, Activity other) {
    Activity greater = RevisionOrder.order(one) >= RevisionOrder.order(other) ? one : other;
    if (one.getRevision() != other.getRevision() || one.getDeleted() || other.getDeleted()) {
      return greater;
    }
    Activity union = union(one, other);
    return RevisionOrder.order(union) < RevisionOrder.order(greater)
        ? Activity.newBuilder(union).setMerges(union.getMerges() + 1).build()
        : union;
  }

  /** Names of all sources that delivered an activity. */
  public static Set<String> sources(Activity activity) {
    Set<String> sources = new TreeSet<>(activity.getOtherSources());
    sources.add(activity.getSource());
    return sources;
  }

  /** The activity as it is, delivered by these sources; one of them takes the place of another. */
  public static Activity deliveredBy(Collection<String> sources, Activity activity) {
    Set<String> others = new TreeSet<>(sources);
    String source = activity.getSource();
    String first = others.contains(source) ? source : others.iterator().next();
    others.remove(first);
    return first.equals(source) && activity.getOtherSources().equals(List.copyOf(others))
        ? activity
        : Activity.newBuilder(activity)
            .setSource(first)
            .setOtherSources(List.copyOf(others))
            .build();
  }

  private static Activity union(Activity one, Activity other) {
    Activity fuller = BY_TEXT.compare(one, other) >= 0 ? one : other;
    return Activity.newBuilder(fuller)
        .setMerges(Math.max(one.getMerges(), other.getMerges()))
        .setAt(one.getAt().isBefore(other.getAt()) ? one.getAt() : other.getAt())
        .setActor(leastPresent(one.getActor(), other.getActor()))
        .setTowards(towards(one.getTowards(), other.getTowards()))
        .setTitle(shorter(one.getTitle(), other.getTitle()).orElse(null))
        .setLanguage(least(one.getLanguage(), other.getLanguage()))
        .setTopics(union(one.getTopics(), other.getTopics()))
        .setAttachments(union(one.getAttachments(), other.getAttachments()))
        .setInReplyTo(least(one.getInReplyTo(), other.getInReplyTo()))
        .setThread(least(one.getThread(), other.getThread()))
        .setContext(least(one.getContext(), other.getContext()))
        .setAutomated(one.getAutomated() && other.getAutomated())
        .setVisibility(wider(one.getVisibility(), other.getVisibility()))
        .setUrl(least(one.getUrl(), other.getUrl()))
        .setEnd(latest(one.getEnd(), other.getEnd()))
        .setStatus(least(one.getStatus(), other.getStatus()))
        .setPlace(least(one.getPlace(), other.getPlace()))
        .build();
  }

  /**
   * Whether two records of one id tell of one activity. Networks give each activity an id of its
   * own, but the id of a mail is made by its writer's program, and some programs make one twice:
   * two mails that differ in moment, and in author or in text, are two.
   */
  public static boolean areOneActivity(Activity one, Activity other) {
    if (!one.getNetwork().equals(MAIL) || !other.getNetwork().equals(MAIL)) {
      return true;
    }
    if (second(one) == second(other)) {
      return true;
    }
    boolean sameActor =
        one.getActor().equals(other.getActor())
            || one.getActor().isEmpty()
            || other.getActor().isEmpty();
    // A deletion states the moment of the mail that it deletes, so another moment is another mail.
    return sameActor && !one.getDeleted() && !other.getDeleted() && saysTheSame(one, other);
  }

  /**
   * Id of a mail whose Message-ID an earlier mail has too: that Message-ID, {@code #} and eight
   * hexadecimal digits that depend on author and moment.
   */
  public static String idBesideAnother(Activity mail) {
    int hash = (mail.getActor() + ' ' + second(mail)).hashCode();
    return "%s#%08x".formatted(mail.getId(), hash);
  }

  /**
   * A copy may be cut off, have a footer, or be converted by a list: one text begins with the
   * other, or, under the same subject, they have half of the words of the shorter one in common.
   */
  private static boolean saysTheSame(Activity one, Activity other) {
    String text = one.getText().strip();
    String otherText = other.getText().strip();
    if (text.startsWith(otherText) || otherText.startsWith(text)) {
      return true;
    }
    String subject = subject(one);
    return !subject.isEmpty() && subject.equals(subject(other)) && shareWords(text, otherText);
  }

  private static boolean shareWords(String text, String otherText) {
    Set<String> words = words(text);
    Set<String> otherWords = words(otherText);
    long common = words.stream().filter(otherWords::contains).count();
    return common * 2 >= Math.min(words.size(), otherWords.size());
  }

  private static Set<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String subject(Activity mail) {
    String title = PREFIX.matcher(mail.getTitle().orElse("")).replaceFirst("");
    return title.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static long second(Activity activity) {
    return activity.getAt().getEpochSecond();
  }

  private static List<Towards> towards(List<Towards> one, List<Towards> other) {
    if (one.equals(other)) {
      return one;
    }
    Map<String, Towards> byAccount = new LinkedHashMap<>();
    Stream.concat(one.stream(), other.stream())
        .forEach(each -> byAccount.merge(each.getAccount(), each, ActivityCopies::moreDirect));
    return byAccount.values().stream()
        .sorted(Comparator.comparing(Towards::getKind, MANNERS).thenComparing(Towards::getAccount))
        .toList();
  }

  private static Towards moreDirect(Towards one, Towards other) {
    return MANNERS.compare(one.getKind(), other.getKind()) <= 0 ? one : other;
  }

  private static List<String> union(List<String> one, List<String> other) {
    if (one.equals(other)) {
      return one;
    }
    var all = new TreeSet<>(one);
    all.addAll(other);
    return new ArrayList<>(all);
  }

  /** A list's copy has a tag before the subject: the shorter of two is the author's. */
  private static Optional<String> shorter(Optional<String> one, Optional<String> other) {
    return Stream.of(one, other)
        .flatMap(Optional::stream)
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  private static @Nullable String least(Optional<String> one, Optional<String> other) {
    return Stream.of(one, other)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Instant latest(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static String leastPresent(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one + other;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Visibility wider(Visibility one, Visibility other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
