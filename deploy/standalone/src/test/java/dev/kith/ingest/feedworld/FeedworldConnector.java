package dev.kith.ingest.feedworld;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.Original;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads an export. Its cursor is the number of lines that are read. */
final class FeedworldConnector implements Connector {
  private final String source;
  private final Path export;
  private final int page;
  private final FeedworldParser parser;
  private final KnownProfiles known = new KnownProfiles(10_000);

  FeedworldConnector(String source, Path export, int page) {
    this.source = source;
    this.export = export;
    this.page = page;
    this.parser = new FeedworldParser(source);
  }

  @Override
  public String network() {
    return "feedworld";
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public List<String> limitations() {
    return List.of("posts that were deleted before the export was written");
  }

  @Override
  public Page read(Cursor after) throws SourceException {
    long read = after.equals(Cursor.START) ? 0 : Long.parseLong(after.position());
    List<Activity> posts = new ArrayList<>();
    List<Profile> profiles = new ArrayList<>();
    List<UnreadableItem> unreadable = new ArrayList<>();
    List<String> lines = lines(read);
    for (String line : lines) {
      read++;
      try {
        Activity post = parser.post(line);
        posts.add(post);
        profiles.add(parser.profile(post.getActor(), post));
        post.getTowards().forEach(to -> profiles.add(parser.profile(to.getAccount(), post)));
      } catch (IllegalArgumentException invalid) {
        String reason = "line " + read + ": " + invalid.getMessage();
        byte[] original = Original.truncate(line.getBytes(UTF_8));
        unreadable.add(new UnreadableItem(original, "text/tab-separated-values", reason));
      }
    }
    return lines.isEmpty()
        ? Page.empty(after)
        : new Page(
            posts,
            known.changed(profiles),
            unreadable,
            new Cursor(Long.toString(read)),
            OptionalLong.empty());
  }

  private List<String> lines(long read) throws SourceException {
    try (InputStream bytes = Files.newInputStream(export)) {
      var reader = new BufferedReader(new InputStreamReader(bytes, UTF_8));
      return reader.lines().skip(read).limit(page).toList();
    } catch (IOException e) {
      throw new SourceException.Unavailable("expected to read the export, found " + e, e);
    }
  }

  @Override
  public void committed(Page kept) {
    known.committed(kept);
  }
}
