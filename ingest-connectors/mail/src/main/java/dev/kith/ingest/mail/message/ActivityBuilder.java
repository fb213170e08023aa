package dev.kith.ingest.mail.message;

import dev.kith.ingest.mail.mime.CharsetDetector;
import dev.kith.ingest.mail.mime.HeaderFields;
import dev.kith.ingest.mail.mime.MessageRepair;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds the activity that a parsed mail is. */
final class ActivityBuilder {
  /** The kind of recipient that git's connector uses for further authors of a commit, too. */
  private static final String CO_AUTHORED = "co-authored";

  private static final int MAX_TITLE_LENGTH = 1_000;
  private static final int MAX_TEXT_LENGTH = 150_000;
  private static final int MAX_QUOTED_LENGTH = 50_000;
  private static final int MAX_SIGNATURE_LENGTH = 10_000;
  private static final Pattern LANGUAGE = Pattern.compile("^([a-z]{2})(?:[-_,; ].*)?$");
  private static final Pattern ARCHIVED = Pattern.compile("<(https?://[^<>\\s]{1,1000})>");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F]");

  private final ParsedMail mail;
  private final HeaderFields fields;
  private final KnownListAddresses lists;
  private final List<String> references;

  ActivityBuilder(ParsedMail mail, KnownListAddresses lists) {
    this.mail = mail;
    this.fields = mail.fields();
    this.lists = lists;
    this.references = MessageIds.all(fields.joined("references"));
  }

  Activity build(String source, Visibility visibility) {
    SplitText split = QuotedReplySplitter.split(mail.body().text());
    String id = id();
    Optional<String> answered = answered();
    String parent = answered.orElse(references.isEmpty() ? null : references.getLast());
    String first = references.isEmpty() ? answered.orElse(id) : references.getFirst();
    return Activity.newBuilder()
        .setId(id)
        .setRevision(mail.raw().revision())
        .setNetwork(MailParser.NETWORK)
        .setSource(source)
        .setKind("mail")
        .setAt(mail.at())
        .setActor(mail.author().account())
        .setTowards(towards())
        .setTitle(
            mail.subject().isEmpty()
                ? null
                : CharsetDetector.truncate(mail.subject(), MAX_TITLE_LENGTH))
        .setText(CharsetDetector.truncate(printable(split.text()), MAX_TEXT_LENGTH))
        .setQuoted(CharsetDetector.truncate(printable(quoted(split)), MAX_QUOTED_LENGTH))
        .setSignature(CharsetDetector.truncate(printable(split.signature()), MAX_SIGNATURE_LENGTH))
        .setLanguage(language())
        .setTopics(mail.topics())
        .setAttachments(mail.body().attachments())
        .setInReplyTo(id.equals(parent) ? null : parent)
        .setThread(first)
        .setContext(mail.context())
        .setAutomated(
            AutomaticMailDetector.isAutomatic(
                fields, mail.author(), mail.people().list(), mail.body()))
        .setVisibility(visibility)
        .setUrl(archived())
        .setOriginal(ByteBuffer.wrap(AttachmentStripper.strip(mail.raw().bytes())))
        .setOriginalType(MailParser.TYPE)
        .build();
  }

  /** The Message-ID, or an id made of the content. */
  private String id() {
    return fields
        .raw("message-id")
        .map(HeaderFields::decodeUnlabelled)
        .flatMap(MessageIds::first)
        .orElseGet(
            () ->
                MessageIds.ofContent(
                    mail.author().address(),
                    mail.at(),
                    mail.subject(),
                    MessageRepair.bodyOf(mail.raw().bytes())));
  }

  /**
   * The parent in In-Reply-To, which may hold the address of its author, too (RFC 822 §4.6.2): an
   * address of the header is no id, and an id that References has, too, is preferred.
   */
  private Optional<String> answered() {
    List<String> named = new ArrayList<>(MessageIds.all(fields.joined("in-reply-to")));
    named.removeIf(id -> mail.people().isAddressed(id) || id.equals(mail.author().address()));
    return named.stream()
        .filter(references::contains)
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  private List<Towards> towards() {
    List<Towards> towards = new ArrayList<>();
    mail.people().coAuthors().stream()
        .map(author -> new Towards(author.account(), CO_AUTHORED))
        .filter(target -> !towards.contains(target))
        .forEach(towards::add);
    mail.people()
        .recipients()
        .forEach(
            (kind, addresses) ->
                addresses.stream()
                    .filter(address -> !lists.contains(address.address()))
                    .map(address -> new Towards(address.account(), kind))
                    .filter(target -> !towards.contains(target))
                    .forEach(towards::add));
    return towards;
  }

  /** Quotations in the text and enclosed messages. */
  private String quoted(SplitText split) {
    String forwarded = mail.body().forwarded();
    return forwarded.isBlank() ? split.quoted() : (split.quoted() + "\n\n" + forwarded).strip();
  }

  /** Without control characters. */
  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each < ' ' && each != '\n' && each != '\t') {
        return CONTROL.matcher(text).replaceAll("");
      }
    }
    return text;
  }

  private @Nullable String language() {
    var matcher = LANGUAGE.matcher(fields.lowerCase("content-language"));
    return matcher.matches() ? matcher.group(1) : null;
  }

  private @Nullable String archived() {
    var matcher = ARCHIVED.matcher(fields.raw("archived-at").orElse(""));
    return matcher.find() ? matcher.group(1) : null;
  }
}
