package dev.evenkeel.cli.message;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code evenkeel message retry}. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = "Sends a message that failed once more.")
final class RetryCommand implements Runnable {
  @Mixin private final MessageDesk desk;

  @Parameters(index = "0", paramLabel = "ID", description = "the number of the message")
  private long id;

  RetryCommand(Caller caller) {
    this.desk = new MessageDesk(caller);
  }

  @Override
  public void run() {
    long seen = desk.api().get("/api/messages/" + id).path("message").path("version").asLong();
    MessageText.print(
        desk, desk.api().postAt("/api/messages/%d/retry".formatted(id), Map.of(), seen));
  }
}
