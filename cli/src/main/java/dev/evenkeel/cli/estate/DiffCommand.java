package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Says what applying documents would change in the estate.",
    footer = {"", "Exit code 0 when nothing would change, 9 when something would."})
public final class DiffCommand implements Callable<Integer> {
  @Mixin private final EstateDesk desk;

  @Option(
      names = "-f",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "files of documents, or folders of such; - reads from a pipe")
  private List<String> files = List.of();

  DiffCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public Integer call() {
    Sheets sheets = Sheets.of(files, desk.caller());
    JsonNode answer = sheets.apply(desk.api(), true);
    AppliedText applied = AppliedText.of(answer);
    if (desk.json()) {
      desk.out().println(answer);
    } else {
      applied.print(desk);
      sheets.doubts(answer).forEach(doubt -> desk.say("! " + doubt));
      desk.say(applied.all() == 0 ? "No difference." : applied.counts() + " if it were applied.");
    }
    return (applied.all() == 0 ? ExitCode.SUCCEEDED : ExitCode.DIFFERENT).code();
  }
}
