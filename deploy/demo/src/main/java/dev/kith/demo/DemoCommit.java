package dev.kith.demo;

import java.time.ZonedDateTime;

/**
 * A commit to be written to the demo repository.
 *
 * @param author name and address of the author
 * @param written author date
 * @param committer name and address of the committer
 * @param committed committer date
 * @param message subject, body and trailers
 * @param path path of the only file that the commit changes
 * @param content content of that file after the commit
 */
record DemoCommit(
    MailAddress author,
    ZonedDateTime written,
    MailAddress committer,
    ZonedDateTime committed,
    String message,
    String path,
    String content) {}
