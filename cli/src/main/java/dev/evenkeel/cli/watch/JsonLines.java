package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.RunFacts;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** For programs: each line of the log as a document, and a last one with the outcome. */
final class JsonLines implements Onlooker {
  private final PrintWriter out;
  private final PrintWriter err;

  JsonLines(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void sees(RunFacts run, JsonNode document, List<JsonNode> news) {
    news.forEach(out::println);
    out.flush();
  }

  @Override
  public void misses(String why, boolean first) {
    if (first) {
      err.println(why + " Asking again until it answers.");
    }
  }

  @Override
  public boolean staysWhenHeld() {
    return false;
  }

  @Override
  public void ended(Ending ending) {
    ObjectNode last = Json.MAPPER.createObjectNode();
    last.put("outcome", ending.exitCode().outcome());
    last.put("exitCode", ending.exitCode().code());
    last.set("run", ending.document());
    out.println(last);
    out.flush();
  }

  @Override
  public void leaves(String said) {
    err.println(said);
    err.flush();
  }
}
