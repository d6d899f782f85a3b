package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel apply}. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = "Puts documents into the estate: all of the files, or nothing of them.")
public final class ApplyCommand implements Runnable {
  @Mixin private final EstateDesk desk;

  @Option(
      names = "-f",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "files of documents, or folders of such; - reads from a pipe")
  private List<String> files = List.of();

  @Option(names = "--preview", description = "says what would change, and changes nothing")
  private boolean preview;

  ApplyCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    Sheets sheets = Sheets.of(files, desk.caller());
    JsonNode answer = sheets.apply(desk.api(), preview);
    if (desk.json()) {
      desk.out().println(answer);
      return;
    }
    AppliedText applied = AppliedText.of(answer);
    applied.print(desk);
    sheets.doubts(answer).forEach(doubt -> desk.say("! " + doubt));
    if (applied.all() == 0) {
      desk.say("Nothing new: the estate says the same already.");
    } else if (preview) {
      desk.say("Would be: %s. Nothing was changed.".formatted(applied.counts()));
    } else {
      desk.say(
          applied.counts()
              + applied
                  .change()
                  .map(note ->
                      ": change %d. Take it back with: evenkeel estate revert %d"
                          .formatted(note.id(), note.id()))
                  .orElse("."));
    }
  }
}
