package dev.kith.ingest.git;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from the git configuration of whoever runs us: what is read must depend on our
 * settings alone, and asking for the machine's configuration would start a git process.
 */
final class Isolation extends SystemReader.Delegate {
  private Isolation(SystemReader reader) {
    super(reader);
  }

  /** For the whole process; repeating it does no harm. */
  static void fromThisMachinesConfiguration() {
    SystemReader current = SystemReader.getInstance();
    if (!(current instanceof Isolation)) {
      SystemReader.setInstance(new Isolation(current));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  /** A configuration without a file. */
  private static final class Nothing extends FileBasedConfig {
    Nothing(Config parent, FS fs) {
      super(parent, new File("nothing"), fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
