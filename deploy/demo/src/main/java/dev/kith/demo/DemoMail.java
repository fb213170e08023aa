package dev.kith.demo;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * A mail.
 *
 * @param id without angle brackets
 * @param at when it was sent
 * @param from who sent it
 * @param to whom it is for
 * @param cc who gets a copy
 * @param subject of it
 * @param text as written
 * @param references ids of what it answers, the first of the conversation first
 * @param headers further ones
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
