package dev.evenkeel.cli.audit;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the commands about the trail share. */
final class AuditDesk extends Desk {
  AuditDesk(Caller caller) {
    super(caller);
  }

  /** All rows of the server's trail, one line after the other. */
  void rows(Consumer<String> each) {
    try (Stream<String> lines = api().lines("/api/audit/export")) {
      lines.forEach(each);
    } catch (UncheckedIOException cut) {
      throw new Trouble(
          ExitCode.FAILED,
          "The trail stopped coming before its end: %s. Try again.".formatted(cut.getMessage()),
          cut);
    }
  }
}
