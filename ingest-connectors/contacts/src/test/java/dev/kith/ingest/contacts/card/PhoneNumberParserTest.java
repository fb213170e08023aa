package dev.kith.ingest.contacts.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberParserTest {

  @ParameterizedTest
  @CsvSource({
    "FR, +33123456789, 01 23 45 67 89|+33 1 23 45 67 89|0033 1 23456789|+33 (0)1.23.45.67.89",
    "DE, +493012345678, 030/12345678|+49 30 12345678|0049-30-123 456 78|+49 (0) 30 12345678",
    "GB, +442079460018, (020) 7946 0018|+44 20 7946 0018|0044 2079460018|+44 (0)20 7946-0018",
    "US, +12125550123, (212) 555-0123|+1 212 555 0123|1-212-555-0123|212.555.0123|001 212 5550123",
    "IT, +390612345678, 06 1234 5678|+39 06 12345678|0039 06 1234 5678",
    "ES, +34912345678, 912 345 678|+34 912 34 56 78|0034 912345678",
    "CH, +41446681800, 044 668 18 00|+41 44 668 18 00|0041 44 6681800|+41 (0)44 668 18 00",
    "BR, +5511961234567, (11) 96123-4567|+55 11 96123-4567|0055 11 961234567",
    "IN, +919876543210, 098765 43210|+91 98765 43210|0091 9876543210",
    "JP, +81312345678, 03-1234-5678|+81 3-1234-5678|０３－１２３４－５６７８|010 81 3 1234 5678",
    "AU, +61255501234, (02) 5550 1234|+61 2 5550 1234|0011 61 2 5550 1234",
    "PL, +48221234567, 22 123 45 67|+48 22 123 45 67|0048 221234567"
  })
  void theFormatsOfACountryAreOneNumber(String region, String expected, String written) {
    var parser = new PhoneNumberParser(region);

    assertThat(List.of(written.split("\\|")))
        .allSatisfy(number -> assertThat(parser.parse(number)).hasValue(expected));
  }

  @Test
  void withoutRegionOnlyInternationalNumbersAreUnderstood() {
    var parser = new PhoneNumberParser(null);

    assertThat(parser.parse("0033 1 23 45 67 89")).hasValue("+33123456789");
    assertThat(parser.parse("01 23 45 67 89")).isEmpty();
  }

  @Test
  void aNumberOfAnExtensionBelongsToAnOffice() {
    var parser = new PhoneNumberParser("FR");

    assertThat(parser.parse("+33 1 23 45 67 89 ext. 102")).isEmpty();
    assertThat(parser.parse("tel:+33123456789;ext=102")).isEmpty();
  }

  @Test
  void whatIsNoNumberIsNone() {
    var parser = new PhoneNumberParser("FR");

    for (String written : List.of("", "office", "123456", "+1 (212) 204-34456", "+999 123")) {
      assertThat(parser.parse(written)).isEmpty();
    }
  }
}
