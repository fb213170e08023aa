package dev.kith.ingest.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed, 02 Jan 2008 14:38:37 +0300           | 2008-01-02T11:38:37Z",
        "Wed, 2 Jan 2008 08:55:27 -0500            | 2008-01-02T13:55:27Z",
        "2 Jan 2008 08:55:27 GMT                   | 2008-01-02T08:55:27Z",
        "Wed, 2 Jan 2008 08:55 EST                 | 2008-01-02T13:55:00Z",
        "Sat, 19 Jan 2008 19:08:01 +0530 (IST)     | 2008-01-19T13:38:01Z",
        "Wed Jan  2 06:38:37 2008                  | 2008-01-02T06:38:37Z",
        "Wed Jan 02 06:38:37 +0000 2008            | 2008-01-02T06:38:37Z",
        "Wed Jan  2 06:38:37 CET 2008              | 2008-01-02T05:38:37Z",
        "Thu, 2 Jan 08 06:38:37 +0000              | 2008-01-02T06:38:37Z",
        "Thu, 2 Jan 98 06:38:37 +0000              | 1998-01-02T06:38:37Z",
        "Sat, 1 Jan 100 06:38:37 +0000             | 2000-01-01T06:38:37Z",
        "Sat, 1 Jan 19100 06:38:37 +0000           | 2000-01-01T06:38:37Z",
        "Tue, 14 September 2004 10:11:12 +0200     | 2004-09-14T08:11:12Z",
        "Tue, 14-Sep-2004 10:11:12 +0200           | 2004-09-14T08:11:12Z",
        "Tue,14 Sep 2004 10:11:12 GMT+0200         | 2004-09-14T08:11:12Z",
        "2004-09-14T10:11:12Z                      | 2004-09-14T10:11:12Z",
        "2004-09-14 10:11:12                       | 2004-09-14T10:11:12Z",
        "2004-09-14 10:11:12 +0200                 | 2004-09-14T08:11:12Z",
        "Sep 14, 2004 10:11:12 PM                  | 2004-09-14T22:11:12Z",
        "Tue, 14 Sep 2004 24:00:00 +0000           | 2004-09-15T00:00:00Z",
        "Foo, 14 Sep 2004 10:11:12 +9999           | 2004-09-14T10:11:12Z",
        "Tue, 14 Sep 2004                          | 2004-09-14T00:00:00Z",
        "Fri (a), 7 (b) Nov (c) 1997 09(x):55(y):06 (z) -0600 (C (S) T) | 1997-11-07T15:55:06Z",
        "(of course) 7 Nov 1997 09 : 55 : 06 GMT   | 1997-11-07T09:55:06Z",
        "7(seventh)Nov(ember)1997 09:55:06 +0100   | 1997-11-07T08:55:06Z",
        "Fri, 7 Nov 1997 09:55:06 (EST)            | 1997-11-07T14:55:06Z",
        "Fri, 7 Nov 1997 09:55:06 +0100 (EST)      | 1997-11-07T08:55:06Z",
        "Fri, 7 Nov 1997 09:55:06 +0100 (\\) 5 Dec 1999 | 1997-11-07T08:55:06Z",
        "Fri, 7 Nov 1997 09:55:06 +0100 (not closed (5 Dec | 1997-11-07T08:55:06Z",
        "Fri, 7 Nov 1997 23:59:60 +0000            | 1997-11-08T00:00:00Z"
      })
  void readsAMomentFrom(String text, Instant expected) {
    assertThat(DateParser.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Thu, 01 Jan 1970 00:00:00 +0000",
        "31 Feb 2008 10:00:00 +0000",
        "12:30",
        "Wed, 2 Jan 9999 08:55:27 +0000",
        "?????",
        "0 Foo 2008 10:00"
      })
  void readsNothingFrom(String text) {
    assertThat(DateParser.parse(text)).isEmpty();
  }
}
