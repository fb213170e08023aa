package dev.kith.ingest.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.git.repository.GitIsolation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Writes a bare repository, object by object, into a pack. */
final class RepositoryWriter implements AutoCloseable {
  static final String ANN = "Ann Lee <Ann@example.org>";
  static final String BOB = "Bob <bob@example.org>";

  static {
    GitIsolation.fromThisMachinesConfiguration();
  }

  private final FileRepository repository;
  private final ObjectInserter objects;

  RepositoryWriter(Path folder) throws IOException {
    repository =
        (FileRepository) new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    if (!repository.getObjectDatabase().exists()) {
      repository.create(true);
    }
    objects = repository.getObjectDatabase().newPackInserter();
  }

  /** A commit as text, headers and all; {@code <tree>} stands for a tree with one file. */
  ObjectId raw(byte[] commit) throws IOException {
    return objects.insert(Constants.OBJ_COMMIT, commit);
  }

  /** A commit by Ann at a second, with its parents. */
  ObjectId commit(long second, String message, ObjectId... parents) throws IOException {
    return commit(new Spec(ANN, ANN, second, message, Map.of("src/a", message)), parents);
  }

  ObjectId commit(Spec spec, ObjectId... parents) throws IOException {
    var text = new StringBuilder("tree " + tree(spec.files()).name() + "\n");
    for (ObjectId parent : parents) {
      text.append("parent ").append(parent.name()).append('\n');
    }
    text.append("author ")
        .append(spec.author())
        .append(' ')
        .append(spec.second())
        .append(" +0000\n");
    text.append("committer ").append(spec.committer()).append(' ');
    text.append(spec.second()).append(" +0000\n\n").append(spec.message()).append('\n');
    return raw(text.toString().getBytes(UTF_8));
  }

  /** What a commit says. */
  record Spec(
      String author, String committer, long second, String message, Map<String, String> files) {}

  /** A tree of files in top-level directories. */
  ObjectId tree(Map<String, String> files) throws IOException {
    Map<String, TreeFormatter> directories = new TreeMap<>();
    for (var file : new TreeMap<>(files).entrySet()) {
      int slash = file.getKey().indexOf('/');
      var directory =
          directories.computeIfAbsent(
              file.getKey().substring(0, Math.max(slash, 0)), name -> new TreeFormatter());
      var blob = objects.insert(Constants.OBJ_BLOB, file.getValue().getBytes(UTF_8));
      directory.append(file.getKey().substring(slash + 1), FileMode.REGULAR_FILE, blob);
    }
    var root = directories.getOrDefault("", new TreeFormatter());
    for (var directory : directories.entrySet()) {
      if (!directory.getKey().isEmpty()) {
        root.append(directory.getKey(), FileMode.TREE, objects.insert(directory.getValue()));
      }
    }
    return objects.insert(root);
  }

  void branch(String name, ObjectId commit) throws IOException {
    objects.flush();
    RefUpdate update = repository.updateRef(Constants.R_HEADS + name);
    update.setNewObjectId(commit);
    update.forceUpdate();
  }

  void delete(String branch) throws IOException {
    RefUpdate update = repository.updateRef(Constants.R_HEADS + branch);
    update.setForceUpdate(true);
    update.delete();
  }

  @Override
  public void close() throws IOException {
    objects.flush();
    objects.close();
    repository.close();
  }
}
