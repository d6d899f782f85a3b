package dev.evenkeel.cli;

import dev.evenkeel.cli.server.Json;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/** Says why a command could not be carried out: to people in words, to programs also as JSON. */
final class Refusals implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (!(thrown instanceof Trouble trouble)) {
      err.println("This is a fault in evenkeel itself; please report it with the lines below.");
      thrown.printStackTrace(err);
      return ExitCode.FAILED.code();
    }
    err.println(Harmless.lines(trouble.says()));
    if (commandLine.getParseResult().hasMatchedOption("--json")) {
      commandLine.getOut().println(document(trouble));
    }
    return trouble.exitCode().code();
  }

  private static ObjectNode document(Trouble trouble) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("outcome", trouble.exitCode().outcome());
    document.put("exitCode", trouble.exitCode().code());
    document.put("says", trouble.says());
    trouble.problem().ifPresent(problem -> document.set("problem", problem));
    return document;
  }
}
