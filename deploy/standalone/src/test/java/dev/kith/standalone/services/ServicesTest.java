package dev.kith.standalone.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.ApiSettings;
import org.junit.jupiter.api.Test;

class ServicesTest {

  @Test
  void aValueOutsideItsLimitsIsNamedByItsKey() {
    String property = ApiSettings.class.getName();
    var violation =
        new IllegalStateException(
            """
            Error instantiating bean of type  [dev.kith.api.ApiSettings]

            Message: Validation failed for bean definition [dev.kith.api.ApiSettings]
            List of constraint violations:[
            \t%s.token - expected at least 16 characters
            \t%s.largestPage - must be less than or equal to 1000
            ]
            Path Taken:
            """
                .formatted(property, property));

    assertThat(Services.reason(new IllegalStateException("not loaded", violation)))
        .isEqualTo(
            "kith.api.token: expected at least 16 characters; "
                + "kith.api.largest-page: must be less than or equal to 1000");
  }

  @Test
  void anyOtherReasonStaysAsItIs() {
    assertThat(Services.reason(new IllegalStateException("kith.api.as: expected an address")))
        .isEqualTo("kith.api.as: expected an address");
  }
}
