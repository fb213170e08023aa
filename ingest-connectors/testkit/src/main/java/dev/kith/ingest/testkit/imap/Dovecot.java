package dev.kith.ingest.testkit.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Dovecot on free ports, its data in a folder; started as root or as anybody else. Any user
 * may log in with {@link #PASSWORD}. {@code .ci/run} installs the program.
 */
public final class Dovecot implements AutoCloseable {
  /** The password of every user. */
  public static final String PASSWORD = "secret";

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/dovecot"), Path.of("/usr/local/sbin/dovecot"));

  private final Process process;
  private final int port;
  private final int securePort;
  private final Path certificate;

  private Dovecot(Process process, int port, int securePort, Path certificate) {
    this.process = process;
    this.port = port;
    this.securePort = securePort;
    this.certificate = certificate;
  }

  /** Whether the Debian package {@code dovecot-imapd} is installed. */
  public static boolean isInstalled() {
    return PLACES.stream().anyMatch(Files::isExecutable);
  }

  /** Starts a server without mails; the folder exists. */
  public static Dovecot start(Path folder) throws Exception {
    boolean root = user().equals("root");
    openToAll(folder);
    Path home = openToAll(Files.createDirectories(folder.resolve("home")));
    if (root) {
      run(List.of("chown", "nobody:nogroup", home.toString()));
    }
    Path certificate = folder.resolve("certificate.pem");
    makeCertificate(folder, certificate);
    int port = freePort();
    int securePort = freePort();
    Path settings = folder.resolve("dovecot.conf");
    Files.writeString(settings, configuration(folder, root, port, securePort));
    Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    Process process =
        new ProcessBuilder(program.toString(), "-F", "-c", settings.toString())
            .redirectErrorStream(true)
            .start();
    awaitStart(process);
    return new Dovecot(process, port, securePort, certificate);
  }

  private static String user() {
    return System.getProperty("user.name");
  }

  private static Path openToAll(Path folder) throws IOException {
    var everybody = PosixFilePermissions.fromString("rwxr-xr-x");
    return Files.setPosixFilePermissions(folder, everybody);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void makeCertificate(Path folder, Path certificate) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-batch"));
    command.addAll(List.of("-newkey", "rsa:2048", "-days", "2", "-subj", "/CN=localhost"));
    command.addAll(List.of("-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"));
    command.addAll(List.of("-keyout", folder.resolve("key.pem").toString()));
    command.addAll(List.of("-out", certificate.toString()));
    run(command);
  }

  private static void run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command.getFirst() + " failed: " + said);
    }
  }

  /** It listens before it says so. */
  private static void awaitStart(Process process) throws IOException {
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    var said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      said.append(line).append('\n');
      if (line.contains("starting up")) {
        Thread.ofVirtual().start(() -> drain(process.getInputStream()));
        return;
      }
    }
    throw new IllegalStateException("expected Dovecot to start, it said: " + said);
  }

  private static void drain(InputStream log) {
    try (log) {
      log.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the server was stopped
    }
  }

  private static String configuration(Path folder, boolean root, int port, int securePort)
      throws Exception {
    String group = Files.readAttributes(folder, PosixFileAttributes.class).group().getName();
    return """
    base_dir = %1$s/run
    state_dir = %1$s/run
    log_path = /dev/stderr
    protocols = imap
    listen = 127.0.0.1
    ssl = yes
    ssl_cert = <%1$s/certificate.pem
    ssl_key = <%1$s/key.pem
    disable_plaintext_auth = no
    default_internal_user = %2$s
    default_internal_group = %3$s
    default_login_user = %4$s
    first_valid_uid = 1
    mail_location = maildir:~/Maildir
    auth_mechanisms = plain login
    mail_max_userip_connections = 100
    passdb {
      driver = static
      args = password=%9$s
    }
    userdb {
      driver = static
      args = uid=%5$s gid=%6$s home=%1$s/home/%%u
    }
    service imap-login {
      chroot =
      inet_listener imap {
        port = %7$d
      }
      inet_listener imaps {
        port = %8$d
      }
    }
    service anvil {
      chroot =
    }
    namespace inbox {
      inbox = yes
      separator = /
      mailbox Trash {
        special_use = \\Trash
        auto = create
      }
      mailbox Brouillons {
        special_use = \\Drafts
        auto = create
      }
    }
    """
        .formatted(
            folder,
            root ? "dovecot" : user(),
            root ? "dovecot" : group,
            root ? "dovenull" : user(),
            root ? "nobody" : user(),
            root ? "nogroup" : group,
            port,
            securePort,
            PASSWORD);
  }

  /** The port for connections without protection, and with STARTTLS. */
  public int port() {
    return port;
  }

  /** The port for connections with TLS. */
  public int securePort() {
    return securePort;
  }

  /** The certificate of the server, which it has signed itself. */
  public Path certificate() {
    return certificate;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
  }
}
