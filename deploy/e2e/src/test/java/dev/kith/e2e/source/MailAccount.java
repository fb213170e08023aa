package dev.kith.e2e.source;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kith.embedded.process.FreePorts;
import java.io.IOException;
import java.util.List;

/** A mailbox on GreenMail. */
final class MailAccount implements PeerAccount {
  private static final String USER = "ann@example.org";

  private final int port;
  private String password = "s3cret-of-mail-1";
  private GreenMail server;

  MailAccount() throws IOException {
    port = FreePorts.free();
    server = start();
  }

  private GreenMail start() {
    var started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    started.start();
    started.setUser(USER, USER, password);
    return started;
  }

  @Override
  public String network() {
    return "mail";
  }

  @Override
  public List<String> settings(String secret) {
    return settings("127.0.0.1", port, secret);
  }

  @Override
  public List<String> settingsElsewhere(String host, int otherPort) {
    return settings(host, otherPort, password);
  }

  private static List<String> settings(String host, int port, String secret) {
    return List.of(
        "imap.host=" + host,
        "imap.port=" + port,
        "imap.user=" + USER,
        "imap.password=" + secret,
        "imap.security=PLAIN",
        "imap.allow-plain=true");
  }

  @Override
  public String secretKey() {
    return "imap.password";
  }

  @Override
  public String secret() {
    return password;
  }

  /** Connections that were open are cut, too. */
  @Override
  public void renewSecret() {
    password = "s3cret-of-mail-2";
    server.stop();
    server = start();
  }

  @Override
  public void close() {
    server.stop();
  }
}
