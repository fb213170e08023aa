package dev.kith.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.SourceKey;
import dev.kith.standalone.home.Home;
import dev.kith.standalone.services.Services;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  /** What a source requires; the settings of a network that has none here are not all set. */
  private static final List<String> REQUIRED =
      List.of(
          "kith.sources.git.name.location: /var/archive",
          "kith.sources.mail.name.location: /var/archive",
          "kith.sources.activitystreams.name.location: /var/archive",
          "kith.sources.calendar.name.location: /var/archive",
          "kith.sources.bluesky.name.accounts: ann.example.org",
          "kith.sources.github.name.repository: ann/garden",
          "kith.sources.feed.name.location: /var/feed.xml",
          "kith.sources.mastodon.name.server: https://town.example",
          "kith.sources.mastodon.name.token: secret");

  @TempDir Path folder;

  private Configuration read(String... lines) throws IOException {
    Home home = new Home(folder);
    Files.writeString(home.configuration(), String.join("\n", lines) + "\n");
    return Configuration.of(home, null, Map.of());
  }

  private AbstractThrowableAssert<?, ?> refused(String... lines) {
    return assertThatThrownBy(() -> read(lines))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(folder.resolve("kith.yaml").toString());
  }

  private Map<String, String> services(Configuration configuration) {
    return configuration.over(Map.of("kith.api.port", "8080"), new Home(folder));
  }

  @Test
  void aNewHomeGetsAFileInWhichNothingIsSet() throws IOException {
    Home home = new Home(folder);

    Configuration configuration = Configuration.of(home, null, Map.of());

    assertThat(configuration.settings()).isEmpty();
    assertThat(Files.readString(home.configuration()))
        .contains("# kith.sources.mail.NAME.imap.host: ")
        .contains("# kith.strength.kind-weights.KEY: ")
        .contains("# kith.api.introductions.excluded: ")
        .contains("# kith.setup.tombstone-retention: 7d")
        .contains("# kith.api.port: 8080")
        .doesNotContain("kith.kafka.bootstrap-servers");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.configuration())))
        .isEqualTo("rw-------");
  }

  @Test
  void everyLineOfANewFileCanBeSet() throws IOException {
    Configuration.of(new Home(folder), null, Map.of());
    List<String> keys =
        Files.readAllLines(folder.resolve("kith.yaml")).stream()
            .filter(line -> line.matches("# kith\\.[^ ]+: .+"))
            .map(line -> line.substring(2).replace("NAME", "name"))
            .filter(ConfigurationTest::isOfNoOtherNetwork)
            .toList();

    assertThat(keys).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    assertThat(read(withRequired(keys)).settings()).hasSize(keys.size() + REQUIRED.size());
  }

  private static String[] withRequired(List<String> lines) {
    List<String> all = new ArrayList<>(lines);
    all.addAll(REQUIRED);
    return all.toArray(String[]::new);
  }

  private static boolean isOfNoOtherNetwork(String line) {
    return SourceKey.parse(line.replaceFirst(":.*", ""))
        .map(SourceKey::network)
        .map("kith.sources.%s."::formatted)
        .filter(prefix -> REQUIRED.stream().noneMatch(known -> known.startsWith(prefix)))
        .isEmpty();
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Home home = new Home(folder);
    Files.write(home.configuration(), new byte[] {'#', ' ', (byte) 0xE9, '\n'});

    assertThatThrownBy(() -> Configuration.of(home, null, Map.of()))
        .isInstanceOf(CommandException.class)
        .hasMessage("%s: expected UTF-8, found other bytes", home.configuration());
  }

  @Test
  void keysMayBeNestedOrWrittenWithDots() throws IOException {
    Configuration configuration =
        read(
            "kith:",
            "  sources.mail:",
            "    inbox:",
            "      imap: {host: imap.example.org, user: ann@example.org, password: secret}",
            "  strength.half-lives: {7: 0.6, 730: 0.002}",
            "kith.strength.exclusivity-exponent: 0.2",
            "micronaut.server.netty.access-logger.enabled: true");

    assertThat(configuration.settings())
        .containsEntry("kith.sources.mail.inbox.imap.host", "imap.example.org")
        .containsEntry("kith.strength.half-lives.730", "0.002")
        .containsEntry("kith.strength.exclusivity-exponent", "0.2")
        .containsEntry("micronaut.server.netty.access-logger.enabled", "true");
  }

  @Test
  void aListIsOneWhetherItIsNestedOrSeparatedByCommas() throws IOException {
    Configuration configuration =
        read(
            "kith.sources.mail.inbox.imap.folders: [INBOX, \"Lists, all\"]",
            "kith.sources.mail.inbox.location: /var/mail/ann",
            "kith.api.introductions.excluded: bob@example.org,cy@example.org");

    assertThat(configuration.settings())
        .containsEntry("kith.sources.mail.inbox.imap.folders[1]", "Lists, all")
        .containsEntry("kith.api.introductions.excluded", "bob@example.org,cy@example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "kith.strenght.exclusivity-exponent, kith.strength.exclusivity-exponent",
    "kith.api.maxPageSize, kith.api.max-page-size",
    "kith.sources.mail.inbox.imap.hots, kith.sources.mail.inbox.imap.host",
    "kith.sources.activitystreams.town.inbox-tokn, kith.sources.activitystreams.town.inbox-token",
    "kith.ingest.pol, kith.ingest.poll",
    "kiht.api.as, kith.api.as"
  })
  void anUnknownKeyIsRefusedWithTheNearestOne(String written, String near) {
    refused("# settings", written + ": 1").hasMessageContainingAll("line 2", written, near);
  }

  @ParameterizedTest
  @CsvSource({
    "kith.api.max-page-size, many, a whole number",
    "kith.streams.threads, 99999999999, a whole number that fits",
    "kith.ingest.poll, 999999999999999999d, a smaller value",
    "kith.strength.exclusivity-exponent, little, a number",
    "kith.ingest.poll, 5 seconds, a duration",
    "kith.sources.mail.inbox.imap.allow-plain, perhaps, true or false",
    "kith.sources.mail.inbox.imap.security, NONE, 'tls, starttls, plain'",
    "kith.sources.git.code.visibility, open, 'public, unlisted, private'",
    "kith.sources.activitystreams.town.inbox-max-request-size, huge, a size"
  })
  void aWrongValueIsRefusedWithItsKeyAndLine(String key, String value, String expected) {
    refused(key + ": " + value).hasMessageContainingAll("line 1", key, expected, value);
  }

  @ParameterizedTest
  @CsvSource({
    "kith.setup.tombstone-retention, 30d",
    "kith.ingest.poll, PT10S",
    "kith.sources.activitystreams.name.inbox-max-request-size, 8MB",
    "kith.sources.mail.name.imap.security, starttls",
    "kith.api.private-activities-visible-to, participants",
    "kith.strength.kind-weights.co-authored, 2.5",
    "kith.kafka.properties.security.protocol, PLAINTEXT"
  })
  void aRightValueIsTaken(String key, String value) throws IOException {
    assertThat(read(withRequired(List.of(key + ": " + value))).settings())
        .containsEntry(key, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kith.kafka.bootstrap-servers",
        "kith.elasticsearch.url",
        "kith.streams.state-dir"
      })
  void whatUpSetsItselfIsRefused(String key) {
    refused(key + ": elsewhere").hasMessageContainingAll(key, "is set by up");
  }

  @Test
  void thePortOfTheFrameworkIsThatOfTheApi() {
    refused("micronaut.server.port: 9000").hasMessageContainingAll("is set by up", "kith.api.port");
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedWithBothLines() {
    refused("kith.api.as: ann@example.org", "kith:", "  api:", "    as: bob@example.org")
        .hasMessageContainingAll("line 4", "line 1", "kith.api.as");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kith: ]", "kith.api.as: a: b", "\tkith.api.as: x", "just words"})
  void whatIsNoYamlIsRefusedWithItsLine(String line) {
    refused(line).hasMessageContaining("line 1");
  }

  @Test
  void aKeyWithoutAValueIsRefused() {
    refused("kith.api.as:").hasMessageContainingAll("kith.api.as", "expected a value");
  }

  @Test
  void theNameOfASourceIsOneWordInLowerCase() {
    refused("kith.sources.mail.My Inbox.imap.host: imap.example.org")
        .hasMessageContainingAll("My Inbox", "lower-case");
  }

  @Test
  void aSecretMayStandInAFileOfItsOwn() throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");

    Configuration configuration = read("kith.api.token-file: " + secret);

    assertThat(configuration.value("kith.api.token")).contains("0123456789abcdef");
    assertThat(services(configuration))
        .containsEntry(Services.SECRETS + "kith.api.token", secret.toString())
        .doesNotContainKeys("kith.api.token", "kith.api.token-file")
        .doesNotContainValue("0123456789abcdef");
  }

  @Test
  void aFileOfASecretThatIsNotThereIsRefused() {
    refused("kith.sources.git.code.password-file: " + folder.resolve("gone"))
        .hasMessageContainingAll("password-file", "gone");
  }

  @Test
  void aServiceThatReadsItsSecretItselfGetsTheFile() throws IOException {
    Configuration configuration =
        read(
            "kith.sources.mail.inbox.imap.password-file: /etc/kith/password",
            "kith.sources.mail.inbox.imap: {host: imap.example.org, user: ann@example.org}");

    assertThat(services(configuration))
        .containsEntry("kith.sources.mail.inbox.imap.password-file", "/etc/kith/password");
  }

  @Test
  void whatASourceKeepsIsBelowTheHome() throws IOException {
    Map<String, String> services =
        services(
            read(
                "kith.sources.mail.inbox.imap: {host: imap.example.org, user: ann@example.org}",
                "kith.sources.mail.inbox.imap.password: secret",
                "kith.sources.git.code.location: https://example.org/code.git",
                "kith.sources.git.code.cache: /var/cache/code",
                "kith.sources.activitystreams.town.inbox-token: secret"));

    assertThat(services)
        .containsEntry("kith.sources.mail.inbox.state", folder.resolve("data/mail").toString())
        .containsEntry("kith.sources.git.code.cache", "/var/cache/code")
        .doesNotContainKey("kith.sources.activitystreams.town.state");
    assertThat(Configuration.sources(services)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "kith.api.token, short, 'expected at least 16 characters, found 5'",
    "kith.api.port, 99999, 'expected a port from 0 to 65535, found \"99999\"'",
    "kith.sources.mail.inbox.imap.port, -1, 'expected a port'",
    "kith.api.max-page-size, 1001, 'expected at most 1000, found \"1001\"'",
    "kith.api.query-timeout, 10ms, 'expected at least 1s, found PT0.01S'",
    "kith.setup.partitions, 0, 'expected at least 1, found \"0\"'",
    "kith.indexing.purge-after, 1m, 'expected more than'",
    "kith.ingest.max-transaction-records, 0, 'expected at least 1, found 0'",
    "kith.ingest.max-retry-delay, 1ms, 'expected at least retry-delay'",
    "kith.strength.kind-weights.replied, -1, 'expected a weight from 0 to 1000'",
    "kith.strength.exclusivity-exponent, 9, 'expected exclusivity-exponent between 0 and 2, found"
        + " 9'",
    "kith.strength.debounce.interval, 2m, 'kith.strength.debounce.interval between'"
  })
  void aValueOutsideItsLimitsIsRefusedBeforeAnythingStarts(
      String key, String value, String expected) {
    refused("# settings", key + ": " + value)
        .hasMessageContainingAll("line 2: ", key.substring(0, key.lastIndexOf('.')), expected);
  }

  @Test
  void allWrongValuesAreNamedAtOnce() throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), "fifteen letters");

    assertThatThrownBy(
            () ->
                read(
                    "kith.api.token-file: " + secret,
                    "kith.api.max-page-size: 0",
                    "kith.api.idle-timeout: 30s",
                    "kith.setup.shards: 0"))
        .hasMessageContainingAll(
            "line 1: kith.api.token-file: expected at least 16 characters, found 15",
            "line 2: kith.api.max-page-size: ",
            "line 4: kith.setup.shards: ")
        .hasMessageNotContainingAny("line 3", "fifteen");
    assertThatThrownBy(
            () -> read("kith.api.port: many", "kith.api.nobody: 1", "kith.ingest.poll: x"))
        .hasMessageContainingAll("line 1", "line 2", "line 3");
  }

  @Test
  void aSourceIsCheckedWithItsSecretFromTheEnvironment() throws IOException {
    String mailbox =
        "kith.sources.mail.my-inbox.imap: {host: imap.example.org, user: ann@example.org}\n";
    Files.writeString(folder.resolve("kith.yaml"), mailbox);
    Home home = new Home(folder);

    assertThat(
            Configuration.of(
                    home, null, Map.of("KITH_SOURCES_MAIL_MY_INBOX_IMAP_PASSWORD", "secret"))
                .settings())
        .hasSize(2);
    assertThatThrownBy(() -> Configuration.of(home, null, Map.of()))
        .hasMessageContaining("kith.sources.mail.my-inbox.imap.password: expected");
    assertThatThrownBy(
            () ->
                read(
                    "kith.sources.git.code.location: /srv/code",
                    "kith.sources.git.code.page-size: 0"))
        .hasMessageContaining(
            "line 2: kith.sources.git.code.page-size: expected at least 1, found 0");
  }

  @Test
  void aVariableOutsideItsLimitsIsNamed() {
    assertThatThrownBy(
            () ->
                Configuration.of(
                    new Home(folder),
                    null,
                    Map.of("KITH_API_TOKEN", "short", "KITH_API_MAX_PAGE_SIZE", "0")))
        .hasMessageContainingAll(
            "environment: KITH_API_TOKEN: expected at least 16 characters, found 5",
            "environment: KITH_API_MAX_PAGE_SIZE: ");
  }

  @Test
  void aListWhereOneValueIsExpectedIsNamedByItsKey() {
    refused("kith.api.token: [a, b]")
        .hasMessageContaining("line 1: kith.api.token: expected one value, found a list");
    refused("- kith.api.as: ann@example.org")
        .hasMessageContaining("line 1: expected keys with values, found a list");
  }

  @Test
  void theEnvironmentIsPassedOnAndWins() throws IOException {
    Files.writeString(folder.resolve("kith.yaml"), "kith.api.port: 9001\n");
    Map<String, String> variables =
        Map.of(
            "KITH_API_PORT", "9002",
            "KITH_SOURCES_MAIL_MAILBOX_IMAP_PASSWORD", "secret",
            "KITH_HOME", "/elsewhere",
            "PATH", "/bin");

    Configuration configuration = Configuration.of(new Home(folder), null, variables);

    assertThat(configuration.value("kith.api.port")).contains("9002");
    assertThat(configuration.environment())
        .containsOnlyKeys("KITH_API_PORT", "KITH_SOURCES_MAIL_MAILBOX_IMAP_PASSWORD");
  }

  @ParameterizedTest
  @CsvSource({
    "KITH_STRENGHT_SINGLE_MESSAGE_WEIGHT, KITH_STRENGTH_SINGLE_MESSAGE_WEIGHT",
    "KITH_INGEST_POL, KITH_INGEST_POLL",
    "KITH_KAFKA_BOOTSTRAP_SERVERS, is set by up",
    "KITH_API_MAX_PAGE_SIZE, a whole number"
  })
  void aVariableIsCheckedToo(String variable, String expected) {
    assertThatThrownBy(() -> Configuration.of(new Home(folder), null, Map.of(variable, "nonsense")))
        .isInstanceOf(CommandException.class)
        .hasMessageContainingAll(variable, expected);
  }

  @Test
  void aSizeMayBeWrittenWithItsUnit() throws IOException {
    assertThat(read("kith.disk.reserve: 1GB").bytes("kith.disk.reserve")).isEqualTo(1L << 30);
    assertThat(read("kith.disk.reserve: 2048").bytes("kith.disk.reserve")).isEqualTo(2048);
    assertThat(read("# nothing").bytes("kith.disk.reserve")).isEqualTo(500L << 20);
  }

  @Test
  void anotherFileMayBeNamed() throws IOException {
    Path other = Files.writeString(folder.resolve("other.yaml"), "kith.api.as: ann@example.org\n");

    Configuration configuration = Configuration.of(new Home(folder), other, Map.of());

    assertThat(configuration.value("kith.api.as")).contains("ann@example.org");
    assertThat(folder.resolve("kith.yaml")).doesNotExist();
    assertThatThrownBy(
            () -> Configuration.of(new Home(folder), folder.resolve("gone.yaml"), Map.of()))
        .hasMessageContainingAll("--config", "gone.yaml", "found nothing there");
  }

  @Test
  void aServiceIsDescribedToTheLauncherByItsBuild() {
    List<String> keys =
        KnownSettings.onClassPath().all().stream().map(KnownSettings.Setting::key).toList();

    assertThat(keys)
        .contains(
            "kith.streams.threads",
            "kith.strength.debounce.interval",
            "kith.indexing.purge-after",
            "kith.setup.partitions",
            "kith.ingest.max-retry-delay",
            "kith.sources.git.*.fetch-every",
            "kith.sources.activitystreams.*.inbox-token-file");
    assertThat(
            Arrays.asList("a", "kitten").stream()
                .map(word -> KnownSettings.editDistance(word, "sitting")))
        .containsExactly(7, 3);
  }
}
