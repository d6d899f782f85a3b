package dev.evenkeel.cli.people;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel people address}. */
@Command(
    name = "address",
    mixinStandardHelpOptions = true,
    description = {
      "Shows, gives or removes the e-mail address somebody is written to.",
      "Without one, messages go to the address the estate has for the person."
    })
final class AddressCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final PeopleDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "who")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ADDRESS",
      description = "such as ann@example.org; shows the one there is when left out")
  private @Nullable String address;

  @Option(names = "--remove", description = "removes the one there is")
  private boolean remove;

  AddressCommand(Caller caller) {
    this.desk = new PeopleDesk(caller);
  }

  @Override
  public void run() {
    if (remove && address != null) {
      throw new ParameterException(
          spec.commandLine(), "An address and --remove do not go together. Give one of them.");
    }
    JsonNode seen = desk.person(name);
    if (!remove && address == null) {
      desk.told(seen, PeopleDesk.address(seen));
      return;
    }
    JsonNode answer =
        desk.api()
            .putAt(
                PeopleDesk.path(name) + "/address",
                Map.of("email", address == null ? "" : address),
                seen.path("version").asLong());
    desk.told(
        answer,
        remove
            ? "%s has no address of their own.".formatted(name)
            : "%s is written to at %s.".formatted(name, PeopleDesk.address(answer)));
  }
}
