package dev.evenkeel.demo;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code evenkeel demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Upgrades a real fleet under load, while you watch.",
    subcommands = {FleetCommand.class, LoadCommand.class})
public final class Demo implements Callable<Integer> {

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Demo()).execute(arguments));
  }

  @Override
  public Integer call() {
    return 0;
  }
}
