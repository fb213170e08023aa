package dev.kith.ingest.feedworld;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Original;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Reads a line of an export: id, time, author, reader and text, separated by tabs. */
final class FeedworldParser {
  private final String source;

  FeedworldParser(String source) {
    this.source = source;
  }

  /** The post, or the reason why it is none, as the message of the exception. */
  Activity post(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException("expected 5 fields, found " + fields.length);
    }
    return Activity.newBuilder()
        .setId("feedworld:" + fields[0])
        .setNetwork("feedworld")
        .setSource(source)
        .setKind("note")
        .setAt(time(fields[1]))
        .setActor(account(fields[2]))
        .setTowards(List.of(new Towards(account(fields[3]), "mention")))
        .setText(fields[4])
        .setOriginal(ByteBuffer.wrap(Original.truncate(line.getBytes(UTF_8))))
        .setOriginalType("text/tab-separated-values")
        .build();
  }

  /** What a post says about an account that it names. */
  Profile profile(String account, Activity post) {
    return Profile.newBuilder()
        .setAccount(account)
        .setRevision(KnownProfiles.revision(post.getAt()))
        .setNetwork("feedworld")
        .setSource(source)
        .setSeen(post.getAt())
        .setHandle(AccountId.parse(account).address())
        .build();
  }

  private static Instant time(String field) {
    try {
      return Instant.parse(field);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("expected a time in the second field, found none", e);
    }
  }

  private static String account(String handle) {
    return new AccountId("feedworld", handle.toLowerCase(Locale.ROOT)).toString();
  }
}
