package dev.kith.ingest.bluesky.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.DisplayName;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.bluesky.record.RecordVersion;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps DID documents and profile records to profiles. */
public final class ProfileMapper {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')\\]]+");
  private static final int MAX_LINKS = 50;
  private static final int LONGEST_BIO = 10_000;

  private final String source;

  /** A mapper for one source. */
  public ProfileMapper(String source) {
    this.source = source;
  }

  /** The profile from the DID document and the profile record of an account, if it has one. */
  public Profile own(AccountIdentity identity, JsonNode record, Instant known, Instant seen) {
    Profile.Builder profile =
        builder(identity.did(), RecordVersion.revision(known), seen)
            .setAsserted(Asserted.SELF)
            .setKind(isBot(record) ? AccountKind.BOT : AccountKind.PERSON)
            .setNames(DisplayName.clean(record.path("displayName").asText()).stream().toList())
            .setHandle(identity.handle())
            .setLinks(links(identity, record))
            .setFormerHandles(identity.formerHandles())
            .setPhoto(photo(identity, record));
    String bio = record.path("description").asText().strip();
    if (!bio.isEmpty()) {
      profile.setBio(bio.length() > LONGEST_BIO ? bio.substring(0, LONGEST_BIO) : bio);
    }
    return profile.build();
  }

  /** The profile of an account that is only named by others. */
  public Profile named(String account, Instant at) {
    return builder(AtUri.didOf(account), KnownProfiles.revision(at), at).build();
  }

  /** The profile of an account that its server no longer shows. */
  public Profile withdrawn(String did, Instant at) {
    return builder(did, RecordVersion.revision(at), at)
        .setAsserted(Asserted.SELF)
        .setDeleted(true)
        .build();
  }

  private Profile.Builder builder(String did, long revision, Instant seen) {
    return Profile.newBuilder()
        .setAccount(AtUri.account(did))
        .setRevision(revision)
        .setNetwork("bluesky")
        .setSource(source)
        .setSeen(seen);
  }

  /** The address of a picture, on the server that hosts the account. */
  private static @Nullable String photo(AccountIdentity identity, JsonNode record) {
    String cid = record.path("avatar").path("ref").path("$link").asText();
    return identity.server() == null || !cid.matches("[a-z0-9]{1,100}")
        ? null
        : identity
            .server()
            .resolve("/xrpc/com.atproto.sync.getBlob?did=" + identity.did() + "&cid=" + cid)
            .toString();
  }

  private static boolean isBot(JsonNode record) {
    for (JsonNode label : record.path("labels").path("values")) {
      if (label.path("val").asText().equals("bot")) {
        return true;
      }
    }
    return false;
  }

  /** Pages of a verified handle are verified links; all other links are unverified. */
  private static List<Link> links(AccountIdentity identity, JsonNode record) {
    Map<String, Boolean> links = new LinkedHashMap<>();
    if (identity.handle() != null) {
      links.put("https://" + identity.handle(), identity.isVerified());
      links.put("https://bsky.app/profile/" + identity.handle(), identity.isVerified());
    }
    identity.alsoKnownAs().stream()
        .filter(address -> LINK.matcher(address).matches())
        .forEach(address -> links.putIfAbsent(address, false));
    Matcher found =
        LINK.matcher(record.path("website").asText() + "\n" + record.path("description").asText());
    while (found.find()) {
      links.putIfAbsent(found.group(), false);
    }
    List<Link> result = new ArrayList<>();
    links.forEach((url, verified) -> result.add(new Link(url, verified)));
    return result.size() > MAX_LINKS ? result.subList(0, MAX_LINKS) : result;
  }
}
