package dev.kith.ingest.git.commit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parsed commit object.
 *
 * @param author who made the change
 * @param committer who put it into the history
 * @param message subject, body and trailers
 */
public record RawCommit(CommitIdent author, CommitIdent committer, CommitMessage message) {

  /** Empty if the object has no readable author or committer line. */
  public static Optional<RawCommit> parse(byte[] object) {
    int blank = endOfHeaders(object);
    String headers = decode(object, 0, blank, null);
    @Nullable String encoding = header(headers, "encoding ");
    if (encoding != null) {
      headers = decode(object, 0, blank, encoding);
    }
    CommitIdent author = ident(header(headers, "author "));
    CommitIdent committer = ident(header(headers, "committer "));
    if (author == null || committer == null) {
      return Optional.empty();
    }
    int start = Math.min(blank + 2, object.length);
    String message = decode(object, start, object.length, encoding);
    return Optional.of(new RawCommit(author, committer, CommitMessage.parse(message)));
  }

  /** The author of a commit object; empty if it has none that can be read. */
  public static Optional<CommitIdent> author(byte[] object) {
    return parse(object).map(RawCommit::author);
  }

  /**
   * Everyone whom the commit concerns beside its author, ordered by attention.
   *
   * @param authors of other commits that it merges, reverts, fixes or continues
   */
  public List<Participant> participants(Collection<Participant> authors) {
    List<Participant> participants = new ArrayList<>(message.trailers());
    participants.add(new Participant(Participant.COMMITTED, committer.name(), committer.mail()));
    participants.addAll(authors);
    participants.sort(Participant.BY_ATTENTION);
    return participants;
  }

  /** The other commits and the conversation that the message names. */
  public MessageReferences references() {
    return MessageReferences.of(message);
  }

  /** The first paragraph of the message, in one line. */
  public String subject() {
    return message.subject();
  }

  private static @Nullable CommitIdent ident(@Nullable String line) {
    return line == null ? null : CommitIdent.parse(line);
  }

  private static int endOfHeaders(byte[] object) {
    for (int i = 0; i + 1 < object.length; i++) {
      if (object[i] == '\n' && object[i + 1] == '\n') {
        return i;
      }
    }
    return object.length;
  }

  /** A header of one line; lines of a signature begin with a space and so are never taken. */
  private static @Nullable String header(String headers, String name) {
    int at = headers.startsWith(name) ? 0 : headers.indexOf("\n" + name);
    if (at < 0) {
      return null;
    }
    int start = at == 0 ? name.length() : at + 1 + name.length();
    int end = headers.indexOf('\n', start);
    return headers.substring(start, end < 0 ? headers.length() : end);
  }

  /**
   * In the encoding it states if it fits, else UTF-8 if it fits, else Latin-1, which always does.
   */
  private static String decode(byte[] bytes, int from, int to, @Nullable String encoding) {
    String text = null;
    if (encoding != null) {
      text = strictly(bytes, from, to, charset(encoding));
    }
    if (text == null) {
      text = strictly(bytes, from, to, StandardCharsets.UTF_8);
    }
    return text != null ? text : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static @Nullable String strictly(byte[] bytes, int from, int to, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
