package dev.kith.identity.file;

import com.google.common.hash.Hashing;
import dev.kith.identity.account.Birthday;
import dev.kith.identity.account.Identifiers;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The accounts of a file. Rows that are equal in all but their id are one account, so that many
 * equal rows do not look like an address that many people share; rows of one id are one account,
 * too, with all that they state.
 */
final class AccountFile {
  private static final String ID = "identity_id";
  private static final String BIRTHDAY = "birthday";
  private static final String PHONE = "phone";
  private static final List<String> NEEDED = List.of("email", ID, "name");
  private static final List<String> COMPARED =
      List.of("name", "email", "handle", "network", "bot", BIRTHDAY, PHONE);
  private static final Set<String> TRUE = Set.of("1", "true", "yes");
  private static final Set<String> FALSE = Set.of("0", "false", "no");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern NETWORK = Pattern.compile("[a-z0-9-]+");
  private static final int NONE = -1;
  private static final int PROGRESS = 100_000;

  private final BatchResolver resolver = new BatchResolver();

  /** By id, in the order of the file, the number of its account. */
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** By hash of a row's content, the number of its account. */
  private final Long2IntOpenHashMap contents = new Long2IntOpenHashMap();

  private long repeated;

  /** Reads all rows, and tells how far it is. */
  static AccountFile read(CsvRows rows, Consumer<String> progress) throws IOException {
    for (String column : NEEDED) {
      if (!rows.header().contains(column)) {
        throw new IOException("expected a column " + column + ", found " + rows.header());
      }
    }
    var table = new AccountFile();
    long read = 0;
    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
      table.add(row.get(), rows.line());
      if (++read % PROGRESS == 0) {
        progress.accept(read + " read");
      }
    }
    if (table.repeated > 0) {
      progress.accept(table.repeated + " rows repeat an identity_id and add to what it states");
    }
    progress.accept(read + " read, comparing names and handles");
    return table;
  }

  BatchResolver resolver() {
    return resolver;
  }

  /** The ids, in the order of the file. */
  Set<String> ids() {
    return numbers.keySet();
  }

  /** The id under which the account of a row is resolved. */
  String account(String id) {
    return resolver.id(Objects.requireNonNull(numbers.get(id)));
  }

  private void add(Map<String, String> row, long line) throws IOException {
    String id = row.getOrDefault(ID, "");
    if (id.isBlank()) {
      throw new IOException("line " + line + ": expected an identity_id, found none");
    }
    expectBirthday(row, line);
    expectPhone(row, line);
    expectTrueOrFalse(row, line);
    Integer before = numbers.get(id);
    long content = content(row);
    int number = contents.getOrDefault(content, NONE);
    if (number == NONE) {
      String unique = before == null ? id : id + " (line " + line + ")";
      number = resolver.add(unique, profile(row));
      contents.put(content, number);
    } else if (before == null && id.compareTo(resolver.id(number)) < 0) {
      resolver.rename(number, id); // whatever the order of the file
    }
    if (before == null) {
      numbers.put(id, number);
      return;
    }
    repeated++;
    if (before != number) {
      resolver.join(before, number, "one identity_id, " + id);
    }
  }

  private static void expectBirthday(Map<String, String> row, long line) throws IOException {
    String birthday = cell(row, BIRTHDAY).orElse("");
    if (!birthday.isEmpty() && !Birthday.isDate(birthday)) {
      throw new IOException(
          "line %d: expected a birthday as 1990-05-17 or --05-17, found %s"
              .formatted(line, birthday));
    }
  }

  private static void expectPhone(Map<String, String> row, long line) throws IOException {
    String phone = cell(row, PHONE).orElse("");
    if (!phone.isEmpty() && !Identifiers.isPhone(phone)) {
      throw new IOException(
          "line %d: expected a phone number with its country code as +33123456789, found %s"
              .formatted(line, phone));
    }
  }

  private static void expectTrueOrFalse(Map<String, String> row, long line) throws IOException {
    Optional<String> bot = cell(row, "bot").map(cell -> cell.toLowerCase(Locale.ROOT));
    if (bot.isPresent() && !TRUE.contains(bot.get()) && !FALSE.contains(bot.get())) {
      throw new IOException(
          "line %d: expected true or false (yes, no, 1, 0) in the column bot, found \"%s\""
              .formatted(line, bot.get()));
    }
  }

  private static long content(Map<String, String> row) {
    var hasher = Hashing.murmur3_128().newHasher();
    COMPARED.forEach(
        column ->
            hasher.putString(cell(row, column).orElse(""), StandardCharsets.UTF_8).putChar('\0'));
    return hasher.hash().asLong();
  }

  private static Profile profile(Map<String, String> row) {
    String network = cell(row, "network").map(each -> each.toLowerCase(Locale.ROOT)).orElse("");
    Optional<String> handle = cell(row, "handle");
    Optional<AccountId> account =
        handle
            .filter(each -> NETWORK.matcher(network).matches())
            .map(each -> new AccountId(network, each));
    return Profile.newBuilder()
        .setAccount(
            account.orElseGet(() -> AccountId.git(cell(row, "name").orElse("-"), "")).toString())
        .setRevision(0)
        .setNetwork(network)
        .setSource("file")
        .setSeen(Instant.EPOCH)
        .setKind(
            cell(row, "bot")
                    .map(cell -> cell.toLowerCase(Locale.ROOT))
                    .filter(TRUE::contains)
                    .isPresent()
                ? AccountKind.BOT
                : AccountKind.PERSON)
        .setNames(cell(row, "name").stream().toList())
        .setHandle(handle.orElse(null))
        .setEmails(cell(row, "email").stream().toList())
        .setPhones(cell(row, PHONE).stream().toList())
        .setLinks(cell(row, "url").map(url -> new Link(url, false)).stream().toList())
        .setBirthday(cell(row, BIRTHDAY).orElse(null))
        .build();
  }

  private static Optional<String> cell(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column))
        .map(cell -> CONTROL.matcher(cell).replaceAll(" ").strip())
        .filter(cell -> !cell.isEmpty());
  }
}
