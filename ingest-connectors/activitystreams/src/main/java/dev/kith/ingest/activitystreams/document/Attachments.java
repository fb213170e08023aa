package dev.kith.ingest.activitystreams.document;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that come with an object, or that it is. */
public final class Attachments {
  private static final int MAX = 100;
  private static final int LONGEST = 300;
  private static final Set<String> FILES = Set.of("Image", "Document", "Audio", "Video");

  private Attachments() {}

  /** Their names: the last part of each address. */
  public static List<String> of(ActivityStreamsObject object) {
    boolean isFile = object.types().stream().anyMatch(FILES::contains);
    Stream<ActivityStreamsObject> files =
        Stream.concat(isFile ? Stream.of(object) : Stream.of(), object.all("attachment").stream());
    return files
        .flatMap(Attachments::addresses)
        .map(Attachments::fileName)
        .filter(name -> !name.isEmpty())
        .distinct()
        .limit(MAX)
        .toList();
  }

  private static Stream<String> addresses(ActivityStreamsObject file) {
    List<ActivityStreamsObject> urls = file.node().isObject() ? file.all("url") : List.of();
    return (urls.isEmpty() ? Stream.of(file) : urls.stream()).flatMap(url -> url.id().stream());
  }

  private static String fileName(String address) {
    String path = address.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    return PlainText.cut(path.substring(path.lastIndexOf('/') + 1), LONGEST);
  }
}
