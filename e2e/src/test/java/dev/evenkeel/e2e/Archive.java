package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged program, as it is handed to users. */
public final class Archive {
  private static final Path PROGRAM = Path.of("../dist/target/evenkeel/bin/evenkeel");

  private Archive() {}

  /** Whether it was made, and is found from the folder that tests run in. */
  static boolean isThere() {
    return Files.isExecutable(PROGRAM.toAbsolutePath().normalize());
  }

  /** A call of it that is ready to be started, in the environment given and no other Evenkeel's. */
  public static ProcessBuilder call(Map<String, String> environment, List<String> arguments) {
    Path program = PROGRAM.toAbsolutePath().normalize();
    assertThat(isThere())
        .as("%s is there; make it with: mvn package -pl dist -am", program)
        .isTrue();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    return command(environment, command);
  }

  /** The same for a command that comes with it, such as a script of an example. */
  public static ProcessBuilder command(Map<String, String> environment, List<String> command) {
    ProcessBuilder call = new ProcessBuilder(command);
    call.environment()
        .keySet()
        .removeIf(name -> name.startsWith("EVENKEEL_") && !name.equals("EVENKEEL_CACHE"));
    call.environment().put("JAVA_HOME", System.getProperty("java.home"));
    call.environment().putAll(environment);
    return call;
  }

  /** An example that comes with it. */
  public static Path example(String name) {
    return PROGRAM
        .toAbsolutePath()
        .normalize()
        .getParent()
        .resolveSibling("examples")
        .resolve(name);
  }
}
