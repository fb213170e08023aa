package dev.kith.standalone.command;

import dev.kith.identity.file.ResolveCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code kith resolve}: resolves the persons in a file with the production code, without a server.
 */
@Command(
    name = "resolve",
    description = "FILE.csv: who is who in a file (identity_id,name,email,…), without servers.")
public final class ResolveFileCommand implements Callable<Integer> {

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() {
    return ResolveCommand.run(arguments, System.out, System.err);
  }
}
