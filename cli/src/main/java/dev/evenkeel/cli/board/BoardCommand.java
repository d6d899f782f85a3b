package dev.evenkeel.cli.board;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel board}. */
@Command(
    name = "board",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Meetings of the board: when it meets, what it decides on, and the minutes.")
public final class BoardCommand implements Runnable {
  private static final String ID = "the number of the meeting";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  @Command(
      name = "agenda",
      mixinStandardHelpOptions = true,
      description = "Shows what waits for agreement now, with all the board needs to decide.")
  void agenda(@Mixin BoardDesk desk) {
    desk.agenda();
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists meetings: those ahead, the next first, then those before.")
  void list(@Mixin BoardDesk desk) {
    desk.list();
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows a meeting with its agenda, or its minutes.")
  void show(@Mixin BoardDesk desk, @Parameters(paramLabel = "ID", description = ID) long id) {
    desk.answer(desk.get(id));
  }

  @Command(name = "set", mixinStandardHelpOptions = true, description = "Sets a meeting.")
  void set(
      @Mixin BoardDesk desk,
      @Parameters(paramLabel = "TIME", description = "such as 2026-12-03T14:00") String at,
      @Option(
              names = "--zone",
              paramLabel = "ZONE",
              defaultValue = "",
              description =
                  "by whose clock, such as Europe/Berlin; that of this machine when left out")
          String zone,
      @Option(names = "--title", paramLabel = "TEXT", defaultValue = "", description = "its name")
          String title,
      @Option(
              names = "--members",
              paramLabel = "WHO",
              defaultValue = "",
              description = "who sits in it, such as \"team:cab, ann\"")
          String members,
      @Option(
              names = "--every-weeks",
              paramLabel = "N",
              defaultValue = "",
              description = "the next one is set when this one closes")
          String everyWeeks) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("at", at);
    body.put("zone", zone.isEmpty() ? desk.caller().clock().getZone().getId() : zone);
    body.put("title", title);
    body.put("members", members);
    body.put("everyWeeks", everyWeeks);
    body.values().removeIf(String::isBlank);
    desk.answer(desk.set(body));
  }

  @Command(
      name = "open",
      mixinStandardHelpOptions = true,
      description = "Opens a meeting: its agenda is written down as it is now.")
  void open(@Mixin BoardDesk desk, @Parameters(paramLabel = "ID", description = ID) long id) {
    desk.answer(
        desk.api()
            .postAt(BoardDesk.path(id) + "/opening", Map.of(), BoardDesk.version(desk.get(id))));
  }

  @Command(
      name = "close",
      mixinStandardHelpOptions = true,
      description = "Closes a meeting: what became of each request is written down.")
  void close(
      @Mixin BoardDesk desk,
      @Parameters(paramLabel = "ID", description = ID) long id,
      @Option(
              names = "--present",
              paramLabel = "WHO",
              defaultValue = "",
              description = "who was there, with commas")
          String present,
      @Option(
              names = "--notes",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "what else was said")
          String notes) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("present", present);
    body.put("notes", notes);
    body.values().removeIf(String::isBlank);
    desk.answer(
        desk.api().postAt(BoardDesk.path(id) + "/closing", body, BoardDesk.version(desk.get(id))));
  }

  @Command(
      name = "off",
      mixinStandardHelpOptions = true,
      description = "Calls a meeting off that was not opened.")
  void off(@Mixin BoardDesk desk, @Parameters(paramLabel = "ID", description = ID) long id) {
    desk.answer(desk.api().deleteAt(BoardDesk.path(id), BoardDesk.version(desk.get(id))));
  }
}
