package dev.kith.ingest.bluesky.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DnsTextRecordsTest {
  @Test
  void theNameServerTellsTheTextRecordsOfADomain() throws Exception {
    String domain = "_atproto.ann.example.org";
    var records = Map.of(domain, List.of("did=did:plc:annannannannannannannann", "v=spf1 -all"));
    try (var server = TextRecordServer.start(records)) {
      var dns = new DnsTextRecords(server.address());

      assertThat(dns.of(domain)).containsExactlyInAnyOrderElementsOf(records.get(domain));
      assertThat(dns.of("_atproto.bob.example.org")).isEmpty();
    }
  }

  @Test
  void aNameServerThatDoesNotAnswerTellsNone() throws Exception {
    String address;
    try (var server = TextRecordServer.start(Map.of())) {
      address = server.address();
    }

    assertThat(new DnsTextRecords(address).of("_atproto.ann.example.org")).isEmpty();
  }
}
