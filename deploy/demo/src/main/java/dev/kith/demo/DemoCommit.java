package dev.kith.demo;

import java.time.ZonedDateTime;

/**
 * One commit, before it is one.
 *
 * @param author who wrote it
 * @param written when
 * @param committer who put it in
 * @param committed when
 * @param message subject, text and trailers
 * @param path of the file it touches
 * @param content of that file afterwards
 */
record DemoCommit(
    MailAddress author,
    ZonedDateTime written,
    MailAddress committer,
    ZonedDateTime committed,
    String message,
    String path,
    String content) {}
