package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.ServerOption;
import dev.evenkeel.cli.server.Api;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command about the estate has: a server, a way to answer, and who asks. */
final class EstateDesk {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Caller caller;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Mixin private ServerOption server = new ServerOption();

  @Option(names = "--json", description = "answers in JSON, one document a line, for programs")
  private boolean json;

  EstateDesk(Caller caller) {
    this.caller = caller;
  }

  boolean json() {
    return json;
  }

  Caller caller() {
    return caller;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  Api api() {
    return server.api(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }

  String when(Instant at) {
    return WHEN.format(at.atZone(caller.clock().getZone()));
  }

  static String counted(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
