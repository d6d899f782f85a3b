package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.server.LogLine;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.RunFacts.Step;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** For logs and simple terminals: a line for each that happens, nothing is ever written over. */
final class PlainLines implements Onlooker {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final PrintWriter out;
  private final ZoneId zone;
  private final Set<String> asked = new HashSet<>();

  PlainLines(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  @Override
  public void sees(RunFacts run, JsonNode document, List<JsonNode> news) {
    news.stream().map(Onlooker::line).forEach(this::tell);
    run.now().stream().filter(step -> step.ask().isPresent()).forEach(step -> ask(run, step));
    out.flush();
  }

  private void tell(LogLine line) {
    String step = line.step().map(key -> " " + key).orElse("");
    String says = line.says().isEmpty() ? "" : ": " + line.says();
    out.println(
        Harmless.text(CLOCK.format(line.at().atZone(zone)) + " " + line.what() + step + says));
  }

  private void ask(RunFacts run, Step step) {
    if (asked.add(step.attempt())) {
      out.println(
          Harmless.text(
              "         %s asks a person: %s (%s)"
                  .formatted(
                      step.key(), step.ask().orElse(""), StepsUnderWay.confirmation(run, step))));
    }
  }

  @Override
  public void misses(String why, boolean first) {
    if (first) {
      out.println(why + " Asking again until it answers.");
      out.flush();
    }
  }

  @Override
  public boolean staysWhenHeld() {
    return false;
  }

  @Override
  public void ended(Ending ending) {
    Farewell.lines(ending).forEach(out::println);
    out.flush();
  }

  @Override
  public void leaves(String said) {
    out.println(said);
    out.flush();
  }
}
