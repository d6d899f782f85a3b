package dev.evenkeel.server.execution.action.exec;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Puts a program in front of a command that gives it a session of its own. Such a command gets no
 * signal that is meant for the server, and everything it starts can be found again.
 *
 * @param prefix the program and its arguments
 */
record Detached(List<String> prefix) {
  private static final String PERL =
      "use POSIX; POSIX::setsid() != -1 or die 'setsid: ', $!; exec { $ARGV[0] } @ARGV or die $!";

  /** Empty when the machine has neither {@code setsid} nor {@code perl}. */
  static Optional<Detached> on(String path) {
    if (has(path, "setsid")) {
      return Optional.of(new Detached(List.of("setsid")));
    }
    return has(path, "perl")
        ? Optional.of(new Detached(List.of("perl", "-e", PERL)))
        : Optional.empty();
  }

  private static boolean has(String path, String program) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  List<String> around(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }
}
