package dev.evenkeel.cli;

import dev.evenkeel.cli.server.Api;
import dev.evenkeel.cli.server.Places;
import picocli.CommandLine.Option;

/** Which server a command talks to. */
public final class ServerOption {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "address of the server; else EVENKEEL_SERVER, else the one this user has started")
  private String server = "";

  public Api api(Caller caller) {
    return new Api(new Places(caller, server));
  }
}
