package dev.evenkeel.cli.token;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel token revoke}. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Takes a token back. Programs that use it stop working at once.")
final class RevokeCommand implements Runnable {
  @Mixin private final TokenDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "its name, or its id")
  private String name = "";

  RevokeCommand(Caller caller) {
    this.desk = new TokenDesk(caller);
  }

  @Override
  public void run() {
    JsonNode tokens = desk.api().get("/api/tokens");
    String id =
        StreamSupport.stream(tokens.spliterator(), false)
            .filter(token ->
                token.path("name").asString().equals(name)
                    || token.path("id").asString().equals(name))
            .map(token -> token.path("id").asString())
            .findFirst()
            .orElseThrow(() ->
                new Trouble(
                    ExitCode.REFUSED,
                    "There is no token '%s'. See: evenkeel token list".formatted(name)));
    desk.api().delete("/api/tokens/" + id);
    desk.say("Token %s is taken back.".formatted(name));
  }
}
