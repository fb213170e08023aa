package dev.kith.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;

/**
 * Writes commits to a bare git repository as one pack, which is faster than one file per object.
 */
final class GitPackWriter {
  private static final String BRANCH = Constants.R_HEADS + "main";

  private final Map<String, TreeMap<String, ObjectId>> folders = new TreeMap<>();

  private GitPackWriter() {}

  static void write(Path folder, List<DemoCommit> changes) throws IOException {
    try (var repository = new FileRepository(folder.toFile())) {
      repository.create(true);
      ObjectId head;
      try (ObjectInserter objects = repository.getObjectDatabase().newPackInserter()) {
        head = new GitPackWriter().insert(objects, changes);
        objects.flush();
      }
      RefUpdate main = repository.updateRef(BRANCH);
      main.setNewObjectId(head);
      main.disableRefLog();
      RefUpdate.Result result = main.update();
      if (result != RefUpdate.Result.NEW) {
        throw new IOException("expected a new branch main in " + folder + ", found " + result);
      }
      repository.updateRef(Constants.HEAD).link(BRANCH);
    }
  }

  private ObjectId insert(ObjectInserter objects, List<DemoCommit> changes) throws IOException {
    ObjectId parent = ObjectId.zeroId();
    for (DemoCommit change : changes) {
      var commit = new CommitBuilder();
      commit.setTreeId(tree(objects, change));
      if (!parent.equals(ObjectId.zeroId())) {
        commit.setParentId(parent);
      }
      commit.setAuthor(identity(change.author(), change.written()));
      commit.setCommitter(identity(change.committer(), change.committed()));
      commit.setMessage(change.message());
      parent = objects.insert(commit);
    }
    return parent;
  }

  private ObjectId tree(ObjectInserter objects, DemoCommit change) throws IOException {
    int slash = change.path().indexOf('/');
    ObjectId blob =
        objects.insert(Constants.OBJ_BLOB, change.content().getBytes(StandardCharsets.UTF_8));
    folders
        .computeIfAbsent(change.path().substring(0, slash), folder -> new TreeMap<>())
        .put(change.path().substring(slash + 1), blob);
    var root = new TreeFormatter();
    for (var folder : folders.entrySet()) {
      var tree = new TreeFormatter();
      folder.getValue().forEach((name, id) -> tree.append(name, FileMode.REGULAR_FILE, id));
      root.append(folder.getKey(), FileMode.TREE, objects.insert(tree));
    }
    return objects.insert(root);
  }

  private static PersonIdent identity(MailAddress address, ZonedDateTime at) {
    return new PersonIdent(address.name(), address.mail(), at.toInstant(), at.getZone());
  }
}
