package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.shared.LocaleText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why a command cannot even be started, found before anything happens, with the way out. */
final class Obstacle {
  private Obstacle() {}

  static Optional<String> to(CommandLine command) {
    return words(command)
        .or(() -> LocaleText.obstacle(command.arguments()))
        .or(() -> LocaleText.obstacle(command.environment().values()))
        .or(() -> directory(command.directory()))
        .or(() -> program(command));
  }

  private static Optional<String> words(CommandLine command) {
    if (command.arguments().isEmpty() || command.program().isBlank()) {
      return Optional.of("There is no command to run. Give `command`, a list, or `script`.");
    }
    if (command.program().startsWith("-")) {
      return Optional.of(
          "The program to run is '%s', which looks like an option. The first item of `command` is the program."
              .formatted(command.program()));
    }
    return command.environment().keySet().stream()
        .filter(name -> !name.matches("[A-Za-z_][A-Za-z0-9_]*"))
        .findFirst()
        .map(name ->
            "'%s' in `env` cannot be the name of an environment variable. Use letters, digits and _."
                .formatted(name));
  }

  private static Optional<String> directory(Path directory) {
    if (!Files.exists(directory)) {
      return Optional.of(
          "The folder %s to run in does not exist on the machine of the server. Make it, or correct `directory`."
              .formatted(directory));
    }
    if (!Files.isDirectory(directory)) {
      return Optional.of(
          "%s, to run in, is not a folder. Correct `directory`.".formatted(directory));
    }
    return Files.isExecutable(directory)
        ? Optional.empty()
        : Optional.of(
            "The folder %s may not be entered by user %s. Give that user the right to."
                .formatted(directory, user()));
  }

  private static Optional<String> program(CommandLine command) {
    String program = command.program();
    List<Path> places = places(command);
    if (places.stream().anyMatch(Obstacle::runs)) {
      return Optional.empty();
    }
    return Optional.of(
        places.stream()
            .filter(Files::isRegularFile)
            .findFirst()
            .map(file ->
                "%s may not be executed by user %s. Run chmod +x on it, or name its interpreter first."
                    .formatted(file, user()))
            .or(() ->
                places.stream()
                    .filter(Files::isDirectory)
                    .filter(place -> program.contains("/"))
                    .findFirst()
                    .map(folder -> "%s is a folder, not a program.".formatted(folder)))
            .orElseGet(() -> notFound(command)));
  }

  private static List<Path> places(CommandLine command) {
    if (command.program().contains("/")) {
      return List.of(command.directory().resolve(command.program()));
    }
    return Arrays.stream(path(command).split(File.pathSeparator))
        .map(folder -> command.directory().resolve(folder).resolve(command.program()))
        .toList();
  }

  private static boolean runs(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static String notFound(CommandLine command) {
    return command.program().contains("/")
        ? "There is no program %s on the machine of the server. Correct `command` or `directory`."
            .formatted(command.directory().resolve(command.program()).normalize())
        : "There is no program '%s' in any folder of PATH (%s). Install it on the machine of the server, or give its full path."
            .formatted(command.program(), path(command));
  }

  private static String path(CommandLine command) {
    return command.environment().getOrDefault("PATH", "/usr/bin:/bin");
  }

  private static String user() {
    return System.getProperty("user.name", "of the server");
  }
}
