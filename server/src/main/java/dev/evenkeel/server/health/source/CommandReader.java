package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.runbook.words.CommandSource;
import dev.evenkeel.server.shared.Inherited;
import dev.evenkeel.server.shared.LocaleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Runs a command: exit code 0 is a success, anything else a failure, and a number on the first line
 * is the value. A command that takes too long is killed with all it started, and has failed.
 */
@Component
class CommandReader implements MetricSource<CommandSource> {
  private static final int KEPT = 64 << 10;

  @Override
  public Class<CommandSource> words() {
    return CommandSource.class;
  }

  @Override
  public Duration patience(CommandSource words, Duration everyLook) {
    return words.within().plusSeconds(1);
  }

  @Override
  public List<Fact> look(CommandSource words, Duration within)
      throws IOException, InterruptedException {
    var obstacle = LocaleText.obstacle(words.command());
    if (obstacle.isPresent()) {
      return List.of(new Fact.Missing(obstacle.get()));
    }
    var builder = new ProcessBuilder(words.command()).redirectErrorStream(true);
    var environment = builder.environment();
    environment.clear();
    environment.putAll(Inherited.of(System.getenv()));
    environment.putAll(words.env());
    var process = builder.start();
    try {
      process.getOutputStream().close();
      var output =
          CompletableFuture.supplyAsync(
              () -> start(process.getInputStream()), Thread::startVirtualThread);
      if (!process.waitFor(words.within().toMillis(), TimeUnit.MILLISECONDS)) {
        return failed(
            "%s was not done within %s ms".formatted(name(words), words.within().toMillis()));
      }
      // What it started in the background may hold the output open for ever.
      var text = output.completeOnTimeout("", 500, TimeUnit.MILLISECONDS).join();
      return process.exitValue() == 0
          ? succeeded(text)
          : failed(
              "%s ended with exit code %d: %s"
                  .formatted(name(words), process.exitValue(), lastLine(text)));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static List<Fact> succeeded(String text) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact.Well(true, ""));
    facts.add(new Fact.Tried(1, 0, List.of()));
    number(text).ifPresent(number -> facts.add(new Fact.Value(number)));
    return facts;
  }

  private static List<Fact> failed(String why) {
    return List.of(
        new Fact.Well(false, why), new Fact.Tried(1, 1, List.of()), new Fact.Missing(why));
  }

  private static Optional<Double> number(String text) {
    try {
      return text.lines().findFirst().map(String::strip).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The first part of what it prints; the rest is read and forgotten, so that it can go on. */
  private static String start(InputStream output) {
    try (output) {
      var start = output.readNBytes(KEPT);
      output.transferTo(java.io.OutputStream.nullOutputStream());
      return new String(start, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static String lastLine(String text) {
    var last = text.lines().filter(line -> !line.isBlank()).reduce((_, line) -> line).orElse("");
    return last.length() > 200 ? last.substring(0, 200) + "…" : last;
  }

  private static String name(CommandSource words) {
    return words.command().getFirst();
  }
}
