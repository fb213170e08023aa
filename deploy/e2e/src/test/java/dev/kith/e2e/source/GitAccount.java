package dev.kith.e2e.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository with one commit, its files behind a password (the "dumb" protocol of git). */
final class GitAccount implements PeerAccount {
  private final ProtectedHttpServer server;
  private String password = "s3cret-of-git-1";

  GitAccount(Path folder) throws IOException, GitAPIException {
    Path served = folder.resolve("protected").toAbsolutePath();
    Path repository = served.resolve("code.git");
    String head = commit(folder.resolve("work"), repository);
    Files.createDirectories(repository.resolve("info"));
    Files.writeString(repository.resolve("info/refs"), head + "\trefs/heads/main\n");
    server =
        new ProtectedHttpServer(0, authorization(), SimpleFileServer.createFileHandler(served));
  }

  private static String commit(Path work, Path repository) throws GitAPIException {
    try (Git git =
        Git.init()
            .setDirectory(work.toFile())
            .setGitDir(repository.toFile())
            .setInitialBranch("main")
            .call()) {
      var ann = new PersonIdent("Ann Lee", "ann@example.org");
      return git.commit()
          .setAllowEmpty(true)
          .setMessage("Frogs")
          .setAuthor(ann)
          .setCommitter(ann)
          .setSign(false)
          .call()
          .getName();
    }
  }

  private String authorization() {
    return "Basic " + Base64.getEncoder().encodeToString(("ann:" + password).getBytes(UTF_8));
  }

  @Override
  public String network() {
    return "git";
  }

  @Override
  public List<String> settings(String secret) {
    return settings(server.address(), secret);
  }

  @Override
  public List<String> settingsElsewhere(String host, int port) {
    return settings("http://" + host + ":" + port, password);
  }

  private static List<String> settings(String address, String secret) {
    return List.of(
        "location=" + address + "/code.git",
        "username=ann",
        "password=" + secret,
        "fetch-every=1s");
  }

  @Override
  public String secretKey() {
    return "password";
  }

  @Override
  public String secret() {
    return password;
  }

  @Override
  public void renewSecret() {
    password = "s3cret-of-git-2";
    server.accept(authorization());
  }

  @Override
  public void close() {
    server.close();
  }
}
