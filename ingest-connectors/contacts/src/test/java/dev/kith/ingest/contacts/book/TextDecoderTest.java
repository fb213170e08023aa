package dev.kith.ingest.contacts.book;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDecoderTest {

  @Test
  void filesOfAllProgramsAreDecoded() {
    List<byte[]> written =
        List.of(
            "Zoé".getBytes(UTF_8),
            "\uFEFFZoé".getBytes(UTF_8),
            "\uFEFFZoé".getBytes(UTF_16LE),
            "\uFEFFZoé".getBytes(UTF_16BE),
            "Zoé".getBytes(Charset.forName("windows-1252")));

    assertThat(written).extracting(TextDecoder::decode).containsOnly("Zoé");
  }
}
