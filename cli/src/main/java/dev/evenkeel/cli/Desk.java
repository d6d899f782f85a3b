package dev.evenkeel.cli;

import dev.evenkeel.cli.server.Api;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command that asks a server has: the server, a way to answer, and who asks. */
public abstract class Desk {
  private final Caller caller;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Mixin private ServerOption server = new ServerOption();

  @Option(names = "--json", description = "answers in JSON, one document a line, for programs")
  private boolean json;

  protected Desk(Caller caller) {
    this.caller = caller;
  }

  public final boolean json() {
    return json;
  }

  public final Caller caller() {
    return caller;
  }

  public final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  public final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  public final Api api() {
    return server.api(caller);
  }
}
