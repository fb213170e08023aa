package dev.kith.demo;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * A mail of the demo archive.
 *
 * @param id Message-ID without angle brackets
 * @param at date and time of sending
 * @param from sender
 * @param to recipients
 * @param cc recipients of a copy
 * @param subject subject before encoding
 * @param text plain text of the body
 * @param references Message-IDs of the earlier mails of the thread, the first mail first
 * @param headers further header fields by name
 */
record DemoMail(
    String id,
    ZonedDateTime at,
    MailAddress from,
    List<MailAddress> to,
    List<MailAddress> cc,
    String subject,
    String text,
    List<String> references,
    Map<String, String> headers) {}
