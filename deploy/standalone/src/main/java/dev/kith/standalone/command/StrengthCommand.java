package dev.kith.standalone.command;

import dev.kith.strength.file.StrengthFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code kith strength}: applies the production formula to a CSV file, without any server. */
@Command(
    name = "strength",
    description = "FILE.csv[.gz] --at UNIX_SECONDS: how close, from a file (src,dst,t[,type]).")
public final class StrengthCommand implements Callable<Integer> {

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() {
    return StrengthFile.run(arguments, System.out, System.err);
  }
}
