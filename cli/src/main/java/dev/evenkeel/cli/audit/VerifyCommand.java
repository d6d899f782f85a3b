package dev.evenkeel.cli.audit;

import dev.evenkeel.audit.Anchor;
import dev.evenkeel.audit.ChainCheck;
import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code evenkeel audit verify}. It computes every hash by itself: what the server says of its
 * trail is not believed.
 */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Proves that no row of the trail was changed, taken away, added or put elsewhere.",
      "Ends with 10 when one was, and says which is the first."
    })
final class VerifyCommand implements Callable<Integer> {
  @Mixin private final AuditDesk desk;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "an export, instead of what the server has now")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--anchor",
      paramLabel = "ROW:HASH",
      description = "a row that is known to have been there; may be given several times")
  private List<String> anchors = new ArrayList<>();

  @Option(
      names = "--anchors",
      paramLabel = "FILE",
      description = "a file of them, such as audit.anchors in the server's data folder")
  private Optional<Path> anchorFile = Optional.empty();

  VerifyCommand(Caller caller) {
    this.desk = new AuditDesk(caller);
  }

  @Override
  public Integer call() {
    ChainCheck check = check();
    if (file.isPresent()) {
      rows(file.get(), check);
    } else {
      desk.rows(check::line);
    }
    Optional<ChainCheck.Fault> fault = check.end();
    say(check, fault);
    return (fault.isPresent() ? ExitCode.BROKEN : ExitCode.SUCCEEDED).code();
  }

  private ChainCheck check() {
    List<String> known = new ArrayList<>(anchors);
    anchorFile.ifPresent(place -> known.addAll(lines(place)));
    if (file.isEmpty()) {
      desk.api().get("/api/audit/head").path("anchors").forEach(one -> known.add(one.asString()));
    }
    try {
      return new ChainCheck(
          known.stream().filter(line -> !line.isBlank()).map(Anchor::of).toList());
    } catch (IllegalArgumentException wrong) {
      throw new Trouble(ExitCode.REFUSED, Harmless.text(String.valueOf(wrong.getMessage())), wrong);
    }
  }

  /** As bytes: also one that made a line no text any more is to be told with its row. */
  private static void rows(Path place, ChainCheck check) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(place))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          check.line(line.toByteArray());
          line.reset();
        } else {
          line.write(next);
        }
      }
      if (line.size() > 0) {
        check.line(line.toByteArray());
      }
    } catch (IOException e) {
      throw Trouble.unreadable(place.toString(), e);
    }
  }

  private static List<String> lines(Path place) {
    try {
      return Files.readAllLines(place);
    } catch (IOException e) {
      throw Trouble.unreadable(place.toString(), e);
    }
  }

  private void say(ChainCheck check, Optional<ChainCheck.Fault> fault) {
    Optional<String> head = check.head().map(Anchor::toString);
    if (desk.json()) {
      Map<String, Object> answer = new TreeMap<>();
      answer.put("rows", check.rows());
      answer.put("sound", fault.isEmpty());
      head.ifPresent(anchor -> answer.put("anchor", anchor));
      fault.ifPresent(found -> {
        answer.put("row", found.seq());
        answer.put("says", found.says());
      });
      desk.out().println(Json.MAPPER.writeValueAsString(answer));
    } else if (fault.isPresent()) {
      desk.out().println(Harmless.text(fault.get().says()));
      desk.out().println("%,d rows before it are sound.".formatted(check.rows()));
    } else {
      desk.out()
          .println("Sound: %,d rows, each follows from the one before.".formatted(check.rows()));
      head.ifPresent(anchor ->
          desk.out()
              .println(
                  "It ends with row %s; kept elsewhere, this proves later that nothing was cut off."
                      .formatted(anchor)));
    }
    desk.out().flush();
  }
}
