package dev.evenkeel.cli.token;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.people.RoleWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel token create}. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a token and prints what its holder sends, this once.",
      "Give it no more than it needs: a role for one team is ROLE:TEAM."
    })
final class CreateCommand implements Runnable {
  private static final int MOST_DAYS = 365;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final TokenDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "what it is for")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE[:TEAM]",
      description = "such as viewer, or operator:web; may be given several times")
  private List<String> roles = new ArrayList<>();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "how long it is valid, 365 at most; default: ${DEFAULT-VALUE}")
  private int days = 90;

  CreateCommand(Caller caller) {
    this.desk = new TokenDesk(caller);
  }

  @Override
  public void run() {
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterException(
          spec.commandLine(),
          "--days is %d. A token is valid for 1 to %d days.".formatted(days, MOST_DAYS));
    }
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("name", name);
    asked.put("grants", RoleWords.grants(roles));
    asked.put("validForDays", days);
    JsonNode made = desk.api().post("/api/tokens", asked);
    // Alone on its line, and the words beside it: TOKEN=$(evenkeel token create …) does.
    desk.out().println(desk.json() ? made : made.path("token").asString());
    if (!desk.json()) {
      desk.err()
          .println(
              "Token %s may: %s. It is shown this once; keep it now."
                  .formatted(name, RoleWords.said(made.path("roles"))));
      desk.err().flush();
    }
  }
}
