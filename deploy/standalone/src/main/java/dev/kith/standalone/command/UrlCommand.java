package dev.kith.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kith url}: prints the address of the API. */
@Command(name = "url", description = "Print the API's address.", mixinStandardHelpOptions = true)
public final class UrlCommand implements Callable<Integer> {

  @Mixin private HomeOption homeOption = new HomeOption();

  @Override
  public Integer call() {
    System.out.println(homeOption.home().requireUsable().requireUrl());
    return 0;
  }
}
